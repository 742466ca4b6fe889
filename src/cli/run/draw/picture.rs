//! The bytes of a drawing, and what is proposed where it cannot be printed legibly.

use super::graphviz;
use crate::cli::args::{DrawArgs, DrawFormat, Engine, ThemeArg};
use crate::cli::language::{Language, say};
use anyhow::bail;
use luocdo::diagram::{self, Diagram, LEAST_PRINTED, Paper, Sheet, arrange};
use luocdo::render::{self, SvgOptions, Theme};
use luocdo::view::{Query, View, cascades, select};

/// A drawing in its format.
pub(super) struct Picture {
    /// What is written.
    pub(super) bytes: Vec<u8>,
    /// The arrangements, where luocdo made them: one for each page.
    pub(super) diagrams: Vec<Diagram>,
}

/// Says early what cannot go together.
pub(super) fn refuse(args: &DrawArgs, format: DrawFormat, language: Language) -> anyhow::Result<()> {
    if args.pages && (format != DrawFormat::Pdf || args.engine == Engine::Dot) {
        bail!(say!(
            language,
            "--pages chia trang cho PDF do luocdo vẽ; hãy đặt tên tệp ra có đuôi .pdf",
            "--pages makes the pages of a PDF that luocdo draws; name a file that ends in .pdf"
        ));
    }
    if args.text_to_path && (format != DrawFormat::Svg || args.engine == Engine::Dot) {
        bail!(say!(
            language,
            "--text-to-path chỉ dùng cho SVG do luocdo xếp; PNG và PDF đã có sẵn phông trong tệp",
            "--text-to-path is for SVG that luocdo arranges; PNG and PDF carry the font themselves"
        ));
    }
    if args.engine == Engine::Dot && matches!(format, DrawFormat::Mermaid | DrawFormat::D2) {
        bail!(say!(
            language,
            "--engine dot ra được .svg, .png, .pdf; Mermaid và D2 tự xếp lấy",
            "--engine dot makes .svg, .png and .pdf; Mermaid and D2 arrange themselves"
        ));
    }
    let by_others =
        args.engine == Engine::Dot || matches!(format, DrawFormat::Dot | DrawFormat::Mermaid | DrawFormat::D2);
    if let Some(option) = of_the_poster(args).filter(|_| by_others) {
        bail!(say!(
            language,
            "{option} chỉ dùng cho bản vẽ do luocdo xếp (SVG, PNG, PDF không có --engine dot); DOT, Mermaid và D2 nhận --title, --lanes, --arrows, --addressees",
            "{option} is for drawings that luocdo arranges (SVG, PNG, PDF without --engine dot); DOT, Mermaid and D2 take --title, --lanes, --arrows, --addressees"
        ));
    }
    if args.scale != 1.0 && format != DrawFormat::Png {
        bail!(say!(
            language,
            "--scale chỉ dùng cho PNG; SVG và PDF phóng to bao nhiêu cũng được",
            "--scale is for PNG only; SVG and PDF can be enlarged at will"
        ));
    }
    Ok(())
}

/// The first option asked for that only the arrangement of luocdo itself knows.
fn of_the_poster(args: &DrawArgs) -> Option<&'static str> {
    let time = args.arrangement().time;
    let asked = [
        ("--time", matches!(time, diagram::Time::Month | diagram::Time::Order)),
        ("--theme", args.theme != ThemeArg::Light),
        ("--paper", args.paper.is_some()),
        ("--scale", args.scale != 1.0),
    ];
    asked.into_iter().find(|(_, asked)| *asked).map(|(option, _)| option)
}

/// Draws.
pub(super) fn picture(
    view: &View<'_>,
    query: &Query,
    args: &DrawArgs,
    format: DrawFormat,
    language: Language,
) -> anyhow::Result<Picture> {
    let without = |bytes: Vec<u8>| Ok(Picture { bytes, diagrams: Vec::new() });
    let options = diagram::Options { language, ..args.arrangement() };
    match format {
        DrawFormat::Dot => return without(render::dot(view, &options).into_bytes()),
        DrawFormat::Mermaid => return without(render::mermaid(view, &options)?.into_bytes()),
        DrawFormat::D2 => return without(render::d2(view, &options)?.into_bytes()),
        DrawFormat::Svg | DrawFormat::Png | DrawFormat::Pdf if args.engine == Engine::Dot => {
            return without(graphviz::laid_out(&render::dot(view, &options), format, language)?);
        }
        DrawFormat::Svg | DrawFormat::Png | DrawFormat::Pdf => {}
    }
    let diagrams = if args.pages { pages(view, query, &options) } else { vec![arrange(view, &options)] };
    for (page, diagram) in diagrams.iter().enumerate() {
        if options.sheet.is_some() && !diagram.is_legible() {
            bail!(too_small(view, query, &options, (diagram, args.pages.then_some(page + 1)), language));
        }
    }
    let theme = theme(args.theme);
    let bytes = match format {
        DrawFormat::Png => png(&diagrams[0], theme, args.scale, language)?,
        DrawFormat::Pdf => pdf(&diagrams, theme, language)?,
        _ => {
            let options = SvgOptions { theme: theme.clone(), outlines: args.text_to_path };
            render::svg_with(&diagrams[0], &options).into_bytes()
        }
    };
    Ok(Picture { bytes, diagrams })
}

fn theme(theme: ThemeArg) -> &'static Theme {
    match theme {
        ThemeArg::Light => &render::LIGHT,
        ThemeArg::Dark => &render::DARK,
        ThemeArg::Print => &render::PRINT,
    }
}

#[cfg(feature = "png")]
fn png(diagram: &Diagram, theme: &Theme, scale: f32, _: Language) -> anyhow::Result<Vec<u8>> {
    Ok(render::png(diagram, theme, scale)?)
}

#[cfg(not(feature = "png"))]
fn png(_: &Diagram, _: &Theme, _: f32, language: Language) -> anyhow::Result<Vec<u8>> {
    bail!(say!(
        language,
        "bản luocdo này được dựng không có phần vẽ PNG (--features png); hãy vẽ SVG",
        "this luocdo was built without PNG (--features png); draw an SVG"
    ))
}

#[cfg(feature = "pdf")]
fn pdf(diagrams: &[Diagram], theme: &Theme, _: Language) -> anyhow::Result<Vec<u8>> {
    Ok(render::pdf(diagrams, theme)?)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &[Diagram], _: &Theme, language: Language) -> anyhow::Result<Vec<u8>> {
    bail!(say!(
        language,
        "bản luocdo này được dựng không có phần vẽ PDF (--features pdf); hãy vẽ SVG",
        "this luocdo was built without PDF (--features pdf); draw an SVG"
    ))
}

/// One page for each source from which held documents follow; the whole view where there is none.
fn pages(view: &View<'_>, query: &Query, options: &diagram::Options) -> Vec<Diagram> {
    let page = |source| {
        let query = Query { focus: vec![source], up: Some(0), down: None, ..query.clone() };
        let name = render::label(&view.graph.graph[source]);
        let title = options.title.as_ref().map_or_else(|| name.to_string(), |title| format!("{title}: {name}"));
        arrange(&select(view.graph, &query), &diagram::Options { title: Some(title), ..options.clone() })
    };
    let pages: Vec<Diagram> = cascades(view).into_iter().map(page).collect();
    if pages.is_empty() { vec![arrange(view, options)] } else { pages }
}

/// What to do about words that would be printed too small: larger paper, fewer cards, a page for each cascade.
fn too_small(
    view: &View<'_>,
    query: &Query,
    options: &diagram::Options,
    (diagram, page): (&Diagram, Option<usize>),
    language: Language,
) -> String {
    let points = |tenths: i32| match language {
        Language::Vietnamese => format!("{},{}", tenths / 10, tenths % 10),
        Language::English => format!("{}.{}", tenths / 10, tenths % 10),
    };
    let (size, least) = (points(diagram.smallest_printed().unwrap_or(0)), points(LEAST_PRINTED));
    let cards = diagram.cards.len();
    let mut text = match page {
        None => say!(
            language,
            "vẽ {cards} khung trên khổ này thì chữ nhỏ nhất chỉ còn {size} pt, dưới {least} pt là khó đọc. Chọn một cách:",
            "{cards} cards on this paper leave the smallest words at {size} pt, and below {least} pt they are hard to read. Choose one:"
        ),
        Some(page) => say!(
            language,
            "trang {page} có {cards} khung, chữ nhỏ nhất chỉ còn {size} pt, dưới {least} pt là khó đọc. Chọn một cách:",
            "page {page} has {cards} cards and leaves the smallest words at {size} pt, and below {least} pt they are hard to read. Choose one:"
        ),
    };
    let legible = |query: &Query, sheet: Sheet| {
        let options = diagram::Options { sheet: Some(sheet), ..options.clone() };
        let view = select(view.graph, query);
        match page {
            None => arrange(&view, &options).is_legible(),
            Some(_) => pages(&view, query, &options).iter().all(Diagram::is_legible),
        }
    };
    if let Some(paper) = Paper::ALL.iter().find(|paper| legible(query, paper.sheet())) {
        text += &format!("\n  --paper {}", paper.name().to_lowercase());
    }
    if let Some(sheet) = options.sheet
        && let Some(limit) =
            most_nodes(query.max_nodes.min(cards), |limit| legible(&Query { max_nodes: limit, ..query.clone() }, sheet))
    {
        text += &format!("\n  --max-nodes {limit}");
    }
    if page.is_none() {
        text += &say!(
            language,
            "\n  --pages, ra tệp .pdf: mỗi dòng chảy một trang",
            "\n  --pages, to a .pdf file: a page for each cascade"
        );
    }
    text
}

/// The most cards, by halving, that `fit`; nothing if not even a few do.
fn most_nodes(cards: usize, fit: impl Fn(usize) -> bool) -> Option<usize> {
    const FEW: usize = 4;
    let (mut fits, mut too_many) = (FEW, cards.max(FEW));
    if !fit(fits) {
        return None;
    }
    while fits + 1 < too_many {
        let middle = (fits + too_many) / 2;
        if fit(middle) { fits = middle } else { too_many = middle }
    }
    Some(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_cards_that_fit_are_found() {
        assert_eq!(most_nodes(70, |cards| cards <= 23), Some(23));
        assert_eq!(most_nodes(70, |cards| cards <= 3), None);
        assert_eq!(most_nodes(5, |cards| cards <= 4), Some(4));
    }
}
