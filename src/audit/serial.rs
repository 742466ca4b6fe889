//! A document's place in its number series, taken from its id.

/// Organ, kind, count and period of an id such as `tw/ct/05/khoa-12` (docs/identity.md).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Serial<'k> {
    /// Organ with its territory: `lai-chau/ldld`.
    pub(super) organ: &'k str,
    /// Kind: `ct`.
    pub(super) kind: &'k str,
    /// The count; suffixes and decimals (`7b`) stand outside the run of whole numbers.
    pub(super) count: Option<u32>,
    /// The period within which counts run: `khoa-12`, `nam-2021`, `2021`.
    pub(super) period: &'k str,
}

impl<'k> Serial<'k> {
    /// Takes an id apart. Nothing for what has no number, for parts of other documents, and where the date itself stands
    /// in place of the period.
    pub(super) fn of(id: &'k str) -> Option<Self> {
        let mut parts = id.rsplitn(4, '/');
        let (period, count, kind, organ) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let runs = ["khoa-", "nk-", "nam-", "qh"].iter().any(|start| period.starts_with(start)) || is_year(period);
        let numbered = count.starts_with(|c: char| c.is_ascii_digit());
        (runs && numbered && !id.contains('#')).then(|| Self { organ, kind, count: count.parse().ok(), period })
    }

    /// True where the rules let every number be given once and none be left out: party and mass organisations number each
    /// kind from 01 within a term, the State its legal documents within a year. A joint document has its number from the
    /// organ that leads, in one run with what that organ issues jointly with others.
    pub(super) fn is_contiguous(&self) -> bool {
        let joint = matches!(self.kind, "ttlt" | "nqlt");
        !joint && (self.period.starts_with("khoa-") || self.period.starts_with("nk-") || is_year(self.period))
    }
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_its_series() {
        let serial = Serial::of("lai-chau/ldld/kh/07/nk-2020-2025").unwrap();
        assert_eq!((serial.organ, serial.kind, serial.count), ("lai-chau/ldld", "kh", Some(7)));
        assert!(serial.is_contiguous());
        let yearly = Serial::of("lai-chau/ubnd/kh/12/nam-2021").unwrap();
        assert!(!yearly.is_contiguous(), "letters and plans of the State may share one run");
        assert!(
            !Serial::of("btc-bnv/ttlt/12/2014").unwrap().is_contiguous(),
            "the leading organ counts all that is joint"
        );
        assert_eq!(Serial::of("tw/ct/05b/khoa-12").unwrap().count, None);
    }

    #[test]
    fn what_has_no_run_of_numbers_has_no_series() {
        for id in
            ["binh-thuan/ldld/cv/218/2017-06-22", "ttg/qd/52/2016#quy-che", "x/kh/khong-so/2021/abc", "hien-phap-2013"]
        {
            assert_eq!(Serial::of(id), None, "{id}");
        }
    }
}
