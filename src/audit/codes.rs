//! Every kind of finding: the one table behind the audit, `luocdo explain`, docs/audit.md and the rules of SARIF.

use super::finding::{Finding, Severity};
use super::{
    Case, citation, dissent, follow, form, letterhead, levels, network, own, series, sources, superseded, time,
};
use crate::vocabulary::Language;
use std::fmt::Write;

/// Words in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// In Vietnamese.
    pub vietnamese: &'static str,
    /// In English.
    pub english: &'static str,
}

impl Words {
    /// The words in one language.
    pub const fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::Vietnamese => self.vietnamese,
            Language::English => self.english,
        }
    }
}

const fn words(vietnamese: &'static str, english: &'static str) -> Words {
    Words { vietnamese, english }
}

/// A kind of finding.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// Stable code: `NG101`.
    pub code: &'static str,
    /// Stable name in English: `missing-source`.
    pub slug: &'static str,
    /// How grave it is, unless a finding says otherwise.
    pub severity: Severity,
    /// What it is called.
    pub name: Words,
    /// What there is one finding for.
    pub each: Words,
    /// The rule by which it is found.
    pub rule: Words,
    /// A case in which it is found.
    pub example: Words,
    /// Finds it.
    pub(super) find: fn(&Case<'_>) -> Vec<Finding>,
}

impl Code {
    /// The code written so, by code or name, in any case.
    pub fn find(written: &str) -> Option<&'static Self> {
        CODES.iter().find(|code| written.eq_ignore_ascii_case(code.code) || written.eq_ignore_ascii_case(code.slug))
    }
}

/// Every code, in the order of a report.
#[rustfmt::skip]
pub const CODES: &[Code] = &[
    Code { code: "NG101", slug: "missing-source", severity: Severity::Error, find: sources::missing,
        name: words("nguồn được viện dẫn chưa thấy trong kho", "cited source not seen in the collection"),
        each: words("mỗi nguồn", "each missing source"),
        rule: words(
            "Văn bản trong kho viện dẫn một văn bản chưa thấy trong kho. Xếp theo số văn bản viện dẫn, rồi số tỉnh, số lần nhắc, cấp ban hành; nêu cả số dòng chỉ đạo mà nguồn ấy nối lại.",
            "A held paper cites a document that is not seen in the collection. Ranked by citing documents, then provinces, mentions, level; says how many cascades hang together at it."),
        example: words(
            "“Căn cứ Hướng dẫn số 36-HD/BTGTU ngày 31/5/2017 …”, mà chưa thấy 36-HD/BTGTU trong kho.",
            "“Căn cứ Hướng dẫn số 36-HD/BTGTU ngày 31/5/2017 …”, and 36-HD/BTGTU is not seen in the collection.") },
    Code { code: "NG102", slug: "open-citation", severity: Severity::Warning, find: sources::ambiguous,
        name: words("viện dẫn chưa xác định được văn bản", "citation that does not tell which document"),
        each: words("mỗi lời viện dẫn trong một tệp", "each open citation of a file"),
        rule: words(
            "Lời viện dẫn thiếu cơ quan, ngày, nhiệm kỳ hoặc tên nên hợp với nhiều văn bản. Kê các văn bản có thể là nó và điều còn thiếu; luocdo không đoán.",
            "A citation lacks organ, date, term or name and fits several documents. Lists what it may be and what is lacking; luocdo does not guess."),
        example: words(
            "“theo Kế hoạch số 45-KH/TU”, mà tỉnh nào cũng có số 45-KH/TU.",
            "“theo Kế hoạch số 45-KH/TU”, a number that every province gives.") },
    Code { code: "NG103", slug: "superseded-source", severity: Severity::Error, find: superseded::superseded,
        name: words("dựa vào văn bản đã bị thay thế, bãi bỏ", "rests on a replaced or repealed document"),
        each: words("mỗi văn bản và mỗi nguồn", "each paper and source"),
        rule: words(
            "Văn bản căn cứ hoặc thực hiện một văn bản đã bị thay thế hay bãi bỏ toàn bộ. Chỉ báo khi có bằng chứng: lời một văn bản trong kho, hoặc danh mục văn bản đã biết. Khi danh mục không ghi ngày có hiệu lực của văn bản mới, chờ 18 tháng sau ngày ban hành với luật, 6 tháng với văn bản khác.",
            "A paper is based on or implements a document that had been replaced or repealed as a whole. Only with evidence: the words of a held paper, or the table of known acts. Where the table does not tell from which day the new act applies, 18 months after its issue are waited for laws, 6 for others."),
        example: words(
            "Kế hoạch ngày 05/3/2024 “Căn cứ Quyết định số 12/2018/QĐ-UBND”, mà Quyết định số 07/2022/QĐ-UBND trong kho ghi “thay thế Quyết định số 12/2018/QĐ-UBND”.",
            "A plan of 05/3/2024 rests on 12/2018/QĐ-UBND, which the held 07/2022/QĐ-UBND says it replaces.") },
    Code { code: "NG104", slug: "hearsay", severity: Severity::Note, find: sources::hearsay,
        name: words("quan hệ chỉ biết qua lời văn bản khác", "relation known only from another document's words"),
        each: words("mỗi quan hệ gián tiếp", "each indirect relation"),
        rule: words(
            "Một văn bản kể rằng văn bản thứ hai thực hiện, căn cứ văn bản thứ ba; chưa thấy chính văn bản thứ hai nói vậy. Tìm văn bản ở giữa để xác nhận.",
            "One paper tells that a second acts on a third; the second has not been seen saying so itself. Obtain the middle document to confirm it."),
        example: words(
            "218/LĐLĐ viết “Hướng dẫn số 36-HD/BTGTU … về việc thực hiện Chỉ thị số 07-CT/TW”: 36-HD/BTGTU thực hiện 07-CT/TW, theo lời 218/LĐLĐ.",
            "218/LĐLĐ writes “Hướng dẫn số 36-HD/BTGTU … về việc thực hiện Chỉ thị số 07-CT/TW”: that 36-HD/BTGTU implements 07-CT/TW is said by 218/LĐLĐ.") },
    Code { code: "NG105", slug: "level-jump", severity: Severity::Note, find: levels::jump,
        name: words("chỉ đạo xuống thẳng, không qua cấp giữa", "directive that jumps a level"),
        each: words("mỗi văn bản", "each paper"),
        rule: words(
            "Văn bản cấp dưới thực hiện thẳng chỉ đạo của cấp cao hơn hai bậc trở lên mà không dựa vào văn bản nào của cấp ở giữa. Luật, nghị định, thông tư áp dụng cho mọi nơi nên không tính; từ 01/7/2025 không còn cấp huyện.",
            "A paper carries out a directive of two or more levels above and rests on nothing from the levels between. Laws, decrees and circulars are for everybody and do not count; since 1 July 2025 there is no district."),
        example: words(
            "Kế hoạch của một xã “thực hiện Chỉ thị số 05-CT/TW” mà không nhắc văn bản nào của tỉnh, huyện.",
            "A commune's plan “thực hiện Chỉ thị số 05-CT/TW” that names nothing of province or district.") },
    Code { code: "NG106", slug: "oral-instruction", severity: Severity::Note, find: sources::oral,
        name: words("thực hiện chỉ đạo bằng lời", "acts on an oral instruction"),
        each: words("mỗi lời chỉ đạo", "each spoken source"),
        rule: words(
            "Văn bản dựa vào ý kiến nói tại cuộc họp. Không tính là nguồn thiếu; tìm biên bản hoặc thông báo kết luận.",
            "A paper acts on what was said at a meeting. Not counted as a missing source; look for minutes or a notice of conclusions."),
        example: words(
            "“Thực hiện ý kiến chỉ đạo của đồng chí … tại cuộc họp ngày 20/8/2020”.",
            "“Thực hiện ý kiến chỉ đạo của đồng chí … tại cuộc họp ngày 20/8/2020”.") },
    Code { code: "NG107", slug: "letterhead-mismatch", severity: Severity::Warning, find: letterhead::disagrees,
        name: words("viện dẫn khác với văn bản có trong kho", "citation that disagrees with the held document"),
        each: words("mỗi điểm khác trong một tệp", "each difference in a file"),
        rule: words(
            "Lời viện dẫn ghi ngày, tên loại hoặc cơ quan ban hành khác với chính văn bản được viện dẫn, vốn có trong kho.",
            "A citation gives another date, kind or issuer than the cited paper itself, which is held."),
        example: words(
            "“Kế hoạch số 45-KH/TU ngày 29/9/2021”, mà 45-KH/TU trong kho ghi ngày 20/9/2021.",
            "“Kế hoạch số 45-KH/TU ngày 29/9/2021”, while the held 45-KH/TU is of 20/9/2021.") },
    Code { code: "NG108", slug: "dissent", severity: Severity::Note, find: dissent::words,
        name: words("nơi ghi cơ quan này, nơi ghi cơ quan khác", "one source under several issuers or titles"),
        each: words("mỗi nguồn", "each missing source"),
        rule: words(
            "Các văn bản gán cho một nguồn thiếu những cơ quan ban hành loại trừ nhau, hoặc những trích yếu hầu như không có chữ chung. Nêu ai ghi gì, đa số đứng trước.",
            "Papers give one missing source issuers that exclude each other, or titles that share hardly a word. Tells who says what, the majority first."),
        example: words(
            "Một nơi ghi “37-CT/TW của Ban Bí thư”, nơi khác ghi “37-CT/TW của Bộ Chính trị”.",
            "One paper has “37-CT/TW của Ban Bí thư”, another “37-CT/TW của Bộ Chính trị”.") },
    Code { code: "NG109", slug: "registry-mismatch", severity: Severity::Warning, find: dissent::registry,
        name: words("ngày hoặc cơ quan khác danh mục đã biết", "date or issuer other than in the registry"),
        each: words("mỗi văn bản", "each document"),
        rule: words(
            "Danh mục văn bản đã biết (kèm theo luocdo, hoặc --registry) ghi ngày ban hành hay cơ quan ban hành khác với chính văn bản trong kho, hoặc với đa số lời viện dẫn khi chưa thấy văn bản ấy trong kho. Danh mục cũng có thể sai: đối chiếu bản gốc.",
            "The registry (the shipped table of known acts, or --registry) has another date or issuer than the held paper, or than the majority of the citations where it is not held. The registry may be wrong too: compare the original."),
        example: words(
            "“Luật Đấu thầu số 22/2023/QH15 ngày 29/11/2024”, mà danh mục ghi ngày 23/6/2023.",
            "“Luật Đấu thầu số 22/2023/QH15 ngày 29/11/2024”, while the registry has 23/6/2023.") },
    Code { code: "NT201", slug: "contradictory-dates", severity: Severity::Error, find: dissent::dates,
        name: words("một nguồn, nhiều ngày", "different dates for one source"),
        each: words("mỗi nguồn", "each missing source"),
        rule: words(
            "Các lời viện dẫn ghi ngày đầy đủ khác nhau cho cùng một nguồn thiếu. Nêu ai ghi ngày nào; thiểu số đứng trước.",
            "Citations give one missing source different full dates. Tells who gives which; the minority first."),
        example: words(
            "Một nơi ghi “07-CT/TW ngày 05/9/2016”, nơi khác “07-CT/TW ngày 09/5/2016”.",
            "One paper has “07-CT/TW ngày 05/9/2016”, another “07-CT/TW ngày 09/5/2016”.") },
    Code { code: "NT202", slug: "later-source", severity: Severity::Error, find: time::later,
        name: words("viện dẫn văn bản có ngày sau", "cites a later document"),
        each: words("mỗi cặp văn bản", "each pair of documents"),
        rule: words(
            "Văn bản viện dẫn một văn bản có ngày sau ngày của chính nó, theo văn bản ấy hoặc theo lời viện dẫn. Cùng ngày là đúng.",
            "A paper cites a document that bears a later date, by its own paper or as the citation has it. The same day is in order."),
        example: words(
            "Kế hoạch ngày 10/10/2023 viện dẫn “Công văn … ngày 20/12/2023”.",
            "A plan of 10/10/2023 cites “Công văn … ngày 20/12/2023”.") },
    Code { code: "NT203", slug: "blank-date", severity: Severity::Warning, find: own::blank_date,
        name: words("ngày ban hành bỏ trống hoặc thiếu", "date of issue blank or incomplete"),
        each: words("mỗi văn bản", "each held paper"),
        rule: words(
            "Ngày hoặc tháng để trống. Nêu ngày sớm nhất và muộn nhất có thể, theo những gì văn bản viện dẫn và những gì viện dẫn nó.",
            "Day or month is blank. Gives the earliest and latest day it can have, by what it cites and what cites it."),
        example: words(
            "“Lào Cai, ngày   tháng   năm 2021”.",
            "“Lào Cai, ngày   tháng   năm 2021”.") },
    Code { code: "NT204", slug: "impossible-date", severity: Severity::Error, find: time::impossible,
        name: words("ngày không có trong lịch", "date that no calendar has"),
        each: words("mỗi ngày trong một tệp", "each such date of a file"),
        rule: words(
            "Sau chữ “ngày” là một ngày mà lịch không có: gõ sai, hoặc nhận dạng chữ sai.",
            "Behind the word “ngày” stands a day that no calendar has: a slip, or misread letters."),
        example: words(
            "“Công văn số 12/UBND ngày 31/02/2020”.",
            "“Công văn số 12/UBND ngày 31/02/2020”.") },
    Code { code: "NT205", slug: "outside-term", severity: Severity::Warning, find: time::outside_its_term,
        name: words("ngày không thuộc khóa đã ghi", "date outside the stated term"),
        each: words("mỗi nguồn trong một tệp", "each cited source of a file"),
        rule: words(
            "Lời viện dẫn văn bản Trung ương Đảng ghi cả khóa lẫn ngày, mà ngày nằm ngoài khóa. Số văn bản Đảng đánh lại từ 01 mỗi khóa, nên sai khóa là sang văn bản khác. Ngày đại hội thuộc cả hai khóa.",
            "A citation of a central Party document gives both term and date, and the date lies outside the term. Party numbers begin again with each term, so another term is another document. Days of a congress belong to both."),
        example: words(
            "“Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị (khóa XI)”: ngày ấy thuộc khóa XII.",
            "“Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị (khóa XI)”: that day is within term XII.") },
    Code { code: "NT206", slug: "out-of-order", severity: Severity::Note, find: series::out_of_order,
        name: words("số và ngày không cùng thứ tự", "number and date run against each other"),
        each: words("mỗi văn bản lệch", "each document that is out of order"),
        rule: words(
            "Trong một dãy số (cơ quan, loại, thời kỳ), số lớn hơn lại có ngày sớm hơn. Chỉ nêu số ít văn bản nhất cần xem lại.",
            "In one series (organ, kind, period) a higher number bears an earlier date. Names the fewest documents that must be looked at."),
        example: words(
            "12-KH/TU ngày 05/3/2021, 13-KH/TU ngày 01/02/2021, 14-KH/TU ngày 10/3/2021: xem lại 13-KH/TU.",
            "12-KH/TU of 05/3/2021, 13-KH/TU of 01/02/2021, 14-KH/TU of 10/3/2021: look at 13-KH/TU.") },
    Code { code: "SO301", slug: "blank-number", severity: Severity::Error, find: own::blank_number,
        name: words("số văn bản bỏ trống", "number left blank"),
        each: words("mỗi văn bản", "each held paper"),
        rule: words(
            "Chỗ ghi số để trống: bản dự thảo, hoặc bản lưu chưa cấp số.",
            "The place for the number is blank: a draft, or a copy from before it was numbered."),
        example: words(
            "“Số:     /LĐLĐ”.",
            "“Số:     /LĐLĐ”.") },
    Code { code: "SO302", slug: "malformed-number", severity: Severity::Warning, find: form::malformed,
        name: words("số, ký hiệu sai mẫu", "malformed number or symbol"),
        each: words("mỗi số trong một tệp", "each number of a file"),
        rule: words(
            "Số, ký hiệu không theo mẫu nào của hệ thống ấy. Nêu dạng đúng gần nhất để đối chiếu, không tự sửa.",
            "The number has no form that its system writes. Gives the nearest valid form to compare with, and corrects nothing."),
        example: words(
            "“01-/KH-TBTT&PV”: có thể là “01-KH/TBTT&PV”.",
            "“01-/KH-TBTT&PV”: perhaps “01-KH/TBTT&PV”.") },
    Code { code: "SO303", slug: "duplicate-number", severity: Severity::Error, find: own::duplicate,
        name: words("một số, ký hiệu cho nhiều văn bản", "one number for several documents"),
        each: words("mỗi nhóm tệp", "each group of files"),
        rule: words(
            "Các tệp trùng số, ký hiệu và cơ quan trong cùng thời kỳ mà khác ngày hoặc khác nội dung. Cùng một nội dung dưới hai tên là bản sao: ghi chú.",
            "Files share number, symbol, organ and period and differ in date or subject. The same content under two names is a copy: a note."),
        example: words(
            "Hai tệp cùng ghi 12/KH-UBND năm 2021, một tệp ngày 02/3, một tệp ngày 02/5.",
            "Two files are 12/KH-UBND of 2021, one of 02/3, the other of 02/5.") },
    Code { code: "SO304", slug: "kind-mismatch", severity: Severity::Warning, find: form::other_kind,
        name: words("tên loại không khớp ký hiệu", "kind that contradicts the symbol"),
        each: words("mỗi số trong một tệp", "each number of a file"),
        rule: words(
            "Tên loại văn bản không phải loại mà ký hiệu chỉ.",
            "The kind that is named is none that the symbol stands for."),
        example: words(
            "“Kế hoạch số 36-HD/BTGTU”: HD là Hướng dẫn.",
            "“Kế hoạch số 36-HD/BTGTU”: HD stands for Hướng dẫn.") },
    Code { code: "SO305", slug: "inferred-issuer", severity: Severity::Note, find: own::inferred_issuer,
        name: words("cơ quan ban hành suy từ chỗ khác", "issuing organ inferred"),
        each: words("mỗi văn bản", "each held paper"),
        rule: words(
            "Phần đầu văn bản không ghi cơ quan ban hành; luocdo đọc từ chữ ký, ký hiệu hoặc lời văn.",
            "The letterhead does not name the organ; it is read from signature, symbol or text."),
        example: words(
            "Tệp bắt đầu bằng “Số: 745/LĐLĐ”, không có tên cơ quan.",
            "A file that begins with “Số: 745/LĐLĐ” and names no organ.") },
    Code { code: "TT401", slug: "short-basis", severity: Severity::Note, find: citation::basis,
        name: words("căn cứ chưa ghi đủ", "basis not written in full"),
        each: words("mỗi căn cứ", "each basis"),
        rule: words(
            "Căn cứ thiếu tên loại, số và ký hiệu, cơ quan hoặc ngày (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.a); luật, pháp lệnh không cần số và cơ quan. Không xét văn bản quy phạm pháp luật, vốn có quy định riêng. Với văn bản mà Nghị định 30 (từ 05/3/2020) ràng buộc (--profile) là cảnh báo.",
            "A basis lacks kind, number and symbol, organ or date (Decree 30/2020/NĐ-CP, annex I, II.6.a); laws and ordinances need no number and organ. Legal documents have rules of their own and are not looked at. A warning for papers that the decree binds (--profile)."),
        example: words(
            "“Căn cứ Kế hoạch số 45-KH/TU của Tỉnh ủy;”: thiếu ngày.",
            "“Căn cứ Kế hoạch số 45-KH/TU của Tỉnh ủy;”: lacks the date.") },
    Code { code: "TT402", slug: "short-first-citation", severity: Severity::Note, find: citation::first,
        name: words("lần viện dẫn đầu chưa ghi đủ", "first citation not written in full"),
        each: words("mỗi nguồn trong một tệp", "each cited document of a file"),
        rule: words(
            "Lần đầu viện dẫn một văn bản mà thiếu ngày hoặc cơ quan (Phụ lục I, II.6.b). Trích yếu, căn cứ và tên văn bản khác không tính. Với văn bản mà Nghị định 30 ràng buộc (--profile) là cảnh báo.",
            "The first citation of a document lacks date or organ (annex I, II.6.b). Subject line, bases and titles of other documents do not count. A warning for papers that the decree binds (--profile)."),
        example: words(
            "“tiếp tục thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị”: thiếu ngày.",
            "“tiếp tục thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị”: lacks the date.") },
    Code { code: "TK501", slug: "no-follow-up", severity: Severity::Note, find: follow::no_follow_up,
        name: words("giao việc mà chưa thấy văn bản triển khai", "charged units of which no follow-up is seen"),
        each: words("mỗi văn bản giao việc", "each charging paper"),
        rule: words(
            "Văn bản giao việc cho cấp dưới (Kính gửi; với kế hoạch là nơi nhận cấp dưới) mà chưa thấy trong kho văn bản nào của họ thực hiện nó. “Các tỉnh” được trải theo danh bạ ngày ban hành: 63 tỉnh đến 30/6/2025, 34 tỉnh từ đó; huyện, xã theo co-quan.csv.",
            "A paper charges units below it (addressees; for a plan the recipients below) and none of their papers is seen acting on it. “Các tỉnh” is spread over the register of its date: 63 provinces to 30 June 2025, 34 since; districts and communes by co-quan.csv."),
        example: words(
            "745/LĐLĐ gửi “Liên đoàn Lao động các huyện, thành phố”; chưa thấy trong kho văn bản nào của họ thực hiện 745/LĐLĐ.",
            "745/LĐLĐ goes to “Liên đoàn Lao động các huyện, thành phố”; nothing of theirs that acts on it is seen.") },
    Code { code: "TK502", slug: "no-report", severity: Severity::Note, find: follow::no_report,
        name: words("hạn báo cáo đã qua, chưa thấy báo cáo", "report due and not seen"),
        each: words("mỗi văn bản", "each held paper"),
        rule: words(
            "Văn bản yêu cầu báo cáo trước một ngày, ngày ấy đã qua (--as-of; không ghi thì lấy ngày mới nhất trong kho), và chưa thấy báo cáo nào viện dẫn nó; khi danh bạ ngày ban hành cho biết có những nơi nào được giao, còn nêu đã thấy báo cáo của bao nhiêu nơi.",
            "A paper wants a report by a day that has passed (--as-of; else the latest date of the collection), and no report that cites it is seen; where the register of its date tells who was charged, also how many of them are seen reporting."),
        example: words(
            "“báo cáo kết quả về LĐLĐ tỉnh trước ngày 10/11/2021”.",
            "“báo cáo kết quả về LĐLĐ tỉnh trước ngày 10/11/2021”.") },
    Code { code: "MC601", slug: "orphan", severity: Severity::Note, find: network::orphan,
        name: words("văn bản đứng riêng", "paper that hangs at nothing"),
        each: words("mỗi văn bản", "each held paper"),
        rule: words(
            "Không viện dẫn văn bản nào và không văn bản nào trong kho viện dẫn nó.",
            "Cites nothing, and nothing in the collection cites it."),
        example: words(
            "Một tệp chỉ còn trang cuối.",
            "A file of which only the last page is left.") },
    Code { code: "MC602", slug: "circle", severity: Severity::Warning, find: network::circle,
        name: words("văn bản dựa vào nhau thành vòng", "documents that rest on each other in a circle"),
        each: words("mỗi vòng", "each circle"),
        rule: words(
            "Theo lời chính các văn bản, A dựa vào B và B dựa vào A: một viện dẫn đã nhầm văn bản. Dẫn chiếu đơn thuần không tính.",
            "By their own words A rests on B and B on A: one citation means another document. Mere citations do not count."),
        example: words(
            "12/KH-UBND “thực hiện” 15/KH-UBND, và 15/KH-UBND “căn cứ” 12/KH-UBND.",
            "12/KH-UBND “thực hiện” 15/KH-UBND, which in turn rests on 12/KH-UBND.") },
    Code { code: "SQ701", slug: "sequence-gap", severity: Severity::Note, find: series::holes,
        name: words("dãy số có chỗ trống", "holes in a series of numbers"),
        each: words("mỗi cơ quan, loại và thời kỳ", "each organ, kind and period"),
        rule: words(
            "Văn bản Đảng, đoàn thể đánh số liên tục theo loại trong nhiệm kỳ, văn bản quy phạm pháp luật trong năm. Trong dãy có ít nhất hai số, và một phần mười, đã thấy (trong kho hoặc qua viện dẫn), mỗi số còn trống từ 01 đến số lớn nhất là dấu vết một văn bản. Không xét văn bản liên tịch: số theo cơ quan chủ trì.",
            "Party and mass organisations number each kind without gap within a term, legal documents within a year. In a series of which at least two numbers, and one in ten, are seen (held or cited), each one lacking from 01 to the highest is the trace of a paper. Joint documents are not looked at: the leading organ numbers them."),
        example: words(
            "Thấy 05-CT/TW, 07-CT/TW khóa XII: còn 01–04, 06 chưa thấy.",
            "05-CT/TW and 07-CT/TW of term XII are seen: 01–04 and 06 are not.") },
];

/// The table of docs/audit.md.
pub fn markdown() -> String {
    let mut out = String::from("| Code | Severity | What | One finding for | Name |\n|---|---|---|---|---|\n");
    for code in CODES {
        let (name, each) = (code.name.english, code.each.english);
        let _ = writeln!(out, "| {} | {} | {name} | {each} | `{}` |", code.code, code.severity.code(), code.slug);
    }
    for code in CODES {
        let _ = write!(out, "\n**{}** {}\nExample: {}\n", code.code, code.rule.english, code.example.english);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_and_names_are_never_used_twice() {
        let codes: BTreeSet<&str> = CODES.iter().map(|code| code.code).collect();
        let names: BTreeSet<&str> = CODES.iter().map(|code| code.slug).collect();
        assert_eq!((codes.len(), names.len()), (CODES.len(), CODES.len()));
    }

    /// `LUOCDO_DOCS=write cargo test --lib audit::codes` writes the table anew.
    #[test]
    fn the_documentation_has_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/audit.md");
        let page = std::fs::read_to_string(path).expect("docs/audit.md");
        let (before, rest) = page.split_once("<!-- codes -->\n").expect("the mark before the table");
        let (_, after) = rest.split_once("<!-- end of codes -->").expect("the mark behind the table");
        let wanted = format!("{before}<!-- codes -->\n{}<!-- end of codes -->{after}", markdown());
        if std::env::var_os("LUOCDO_DOCS").is_some_and(|value| value == "write") {
            std::fs::write(path, &wanted).expect("written");
        }
        let page = std::fs::read_to_string(path).expect("docs/audit.md");
        assert!(page == wanted, "docs/audit.md differs from the table of codes; LUOCDO_DOCS=write writes it");
    }

    #[test]
    fn absence_is_never_said_to_be_inaction() {
        for code in CODES {
            for words in [code.name, code.each, code.rule, code.example] {
                let said = words.vietnamese.to_lowercase();
                let wrong =
                    ["không thực hiện", "không triển khai", "kho không có", "không có trong kho", "kho chưa có"];
                assert!(wrong.iter().all(|wrong| !said.contains(wrong)), "{}: {said}", code.code);
            }
        }
    }
}
