//! Pages laid together as forms on one page, so that what they share is read once.
//!
//! pdf-extract makes every font of a page anew for the next page, which costs more than reading the letters. Fonts go by
//! names, and nearly always the same name means the same font on all pages: such pages are read as one, and a mark tells
//! where each begins. What says nothing of letters, and would be unpacked all the same, is taken out before.

use super::glyphs::{Glyphs, begin_mark};
use super::{DEEPEST, damaged, paint};
use crate::text::Problem;
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream, output_doc};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Content that is unpacked at once, in bytes; a page may have more.
const CONTENT: usize = 4 << 20;

/// Fonts by name.
type Fonts = BTreeMap<Vec<u8>, ObjectId>;

/// What pages draw that has been looked at, and what the reader will find there.
type Forms = BTreeMap<ObjectId, Form>;

#[derive(Clone, Copy, Default)]
struct Form {
    /// It, or what it draws, has fonts of its own.
    lettered: bool,
    /// It has no resources and draws with those of the page.
    bare: bool,
}

/// A page that is to be read.
struct Leaf {
    number: u32,
    id: ObjectId,
    resources: Object,
    /// Nothing if it must be read alone: its fonts have no place by which they could be told from others.
    fonts: Option<Fonts>,
}

/// Reads the characters of all pages. The reader panics on what it does not expect: that costs the rest of the page.
///
/// # Errors
/// The page tree, or what pages draw, leads back to itself: the reader would follow it without end.
pub(super) fn read(
    document: &mut Document,
    pages: &BTreeMap<u32, ObjectId>,
    glyphs: &mut Glyphs,
) -> Result<(), Problem> {
    let mut forms = Forms::new();
    let leaves = pages.iter().map(|(&number, &id)| leaf(document, number, id, &mut forms));
    let leaves = leaves.collect::<Result<Vec<_>, _>>()?;
    prune(document, &forms);
    let root = Root::plant(document);
    let (mut rest, mut most) = (leaves.as_slice(), leaves.len());
    while !rest.is_empty() && !glyphs.is_full() {
        let sheaf = root.lay(document, &rest[..most.min(rest.len())], &mut glyphs.broken)?;
        let whole = catch_unwind(AssertUnwindSafe(|| output_doc(document, glyphs)));
        let mut done = sheaf.len();
        if matches!(whole, Ok(Ok(()))) {
            most = most.saturating_mul(2);
        } else {
            let last = glyphs.abandon();
            let at = rest.iter().position(|leaf| Some(leaf.number) == last).unwrap_or(0);
            glyphs.broken.push(rest[at].number);
            // One that cannot be read is seldom alone, and the others of its sheaf have been laid for nothing.
            (done, most) = (at + 1, 1);
        }
        for id in sheaf {
            document.objects.remove(&id);
        }
        rest = &rest[done..];
    }
    glyphs.broken.sort_unstable();
    glyphs.broken.dedup();
    Ok(())
}

/// What a page has of its own or inherits.
fn leaf(document: &Document, number: u32, id: ObjectId, forms: &mut Forms) -> Result<Leaf, Problem> {
    let mut leaf = Leaf { number, id, resources: Object::Dictionary(Dictionary::new()), fonts: Some(Fonts::new()) };
    let mut found = false;
    let (mut above, mut steps) = (Some(id), 0);
    while let Some(node) = above {
        steps += 1;
        if steps > DEEPEST {
            return Err(damaged("its page tree has no end"));
        }
        let entry = document.get_dictionary(node).ok();
        let own = entry.and_then(|entry| entry.get(b"Resources").ok()).filter(|own| of(document, own).is_some());
        if let Some(own) = own.filter(|_| !found) {
            found = true;
            let resources = of(document, own);
            let plain = !lettered(document, resources, forms, 0)?;
            leaf.fonts = resources.and_then(|resources| fonts(document, resources)).filter(|_| plain);
            leaf.resources = own.clone();
        }
        above = entry.and_then(|entry| entry.get(b"Parent").and_then(Object::as_reference).ok());
    }
    Ok(leaf)
}

/// A dictionary, itself or by reference.
fn of<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(object).ok().and_then(|(_, object)| object.as_dict().ok())
}

fn entry<'d>(document: &'d Document, dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
    dictionary.get(key).ok().and_then(|object| of(document, object))
}

fn fonts(document: &Document, resources: &Dictionary) -> Option<Fonts> {
    let Some(fonts) = entry(document, resources, b"Font") else { return Some(Fonts::new()) };
    fonts.iter().map(|(name, font)| Some((name.clone(), font.as_reference().ok()?))).collect()
}

/// Whether something that is drawn with these resources has fonts of its own.
///
/// # Errors
/// A form draws itself.
fn lettered(
    document: &Document,
    resources: Option<&Dictionary>,
    forms: &mut Forms,
    depth: usize,
) -> Result<bool, Problem> {
    if depth > DEEPEST {
        return Err(damaged("a form draws itself"));
    }
    let mut any = false;
    let drawn = resources.and_then(|resources| entry(document, resources, b"XObject"));
    for id in drawn.into_iter().flatten().filter_map(|(_, object)| object.as_reference().ok()) {
        let form = match forms.get(&id) {
            Some(form) => *form,
            None => {
                let stream = document.get_object(id).and_then(Object::as_stream).ok();
                let own = stream.and_then(|stream| entry(document, &stream.dict, b"Resources"));
                let inside = lettered(document, own, forms, depth + 1)?;
                Form { lettered: inside || own.is_some_and(|own| own.has(b"Font")), bare: own.is_none() }
            }
        };
        forms.insert(id, form);
        any |= form.lettered;
    }
    Ok(any)
}

/// Empties what the reader would read as the content of a page, or unpack for nothing: pictures, programs of TrueType
/// fonts. A form without resources of its own that draws others could draw itself.
fn prune(document: &mut Document, forms: &Forms) {
    for (id, _) in forms.iter().filter(|(_, form)| form.bare) {
        let Ok(stream) = document.get_object_mut(*id).and_then(Object::as_stream_mut) else { continue };
        let picture = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image");
        if picture || memchr::memmem::find(&content(stream), b"Do").is_some() {
            stream.set_plain_content(Vec::new());
        }
    }
    for object in document.objects.values_mut() {
        if let Object::Dictionary(descriptor) = object {
            descriptor.remove(b"FontFile2");
        }
    }
}

/// The content of a form, unpacked as the reader does it.
fn content(stream: &Stream) -> Vec<u8> {
    let unpacked = catch_unwind(AssertUnwindSafe(|| stream.decompressed_content()));
    unpacked.ok().and_then(Result::ok).unwrap_or_else(|| stream.content.clone())
}

/// The one page that all others are laid on.
struct Root {
    page: ObjectId,
    content: ObjectId,
}

impl Root {
    /// Puts the page in the place of all others.
    fn plant(document: &mut Document) -> Self {
        let root = Self { page: document.new_object_id(), content: document.new_object_id() };
        let kids = Object::Array(vec![Object::Reference(root.page)]);
        let tree = document.add_object(dictionary([("Type", name("Pages")), ("Kids", kids)]));
        let catalog = dictionary([("Type", name("Catalog")), ("Pages", Object::Reference(tree))]);
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", Object::Reference(catalog));
        root
    }

    /// Lays as many pages as fit together, at least one, and gives the objects that hold them.
    fn lay(&self, document: &mut Document, leaves: &[Leaf], broken: &mut Vec<u32>) -> Result<Vec<ObjectId>, Problem> {
        let (mut content, mut drawn, mut known) = (Vec::new(), Dictionary::new(), Fonts::new());
        let (mut sheaf, mut size) = (Vec::new(), 0);
        for leaf in leaves {
            let agree = |fonts: &Fonts| fonts.iter().all(|(name, id)| known.get(name).is_none_or(|known| known == id));
            if !sheaf.is_empty() && (size > CONTENT || !leaf.fonts.as_ref().is_some_and(agree)) {
                break;
            }
            let page = catch_unwind(AssertUnwindSafe(|| document.get_page_content(leaf.id)));
            let mut page = page.ok().and_then(Result::ok).unwrap_or_else(|| {
                broken.push(leaf.number);
                Vec::new()
            });
            paint::plain(&mut page);
            size += page.len();
            let mut own = Dictionary::new();
            own.set("Resources", leaf.resources.clone());
            let form = document.add_object(Stream::new(own, page));
            sheaf.push(form);
            let name = format!("P{}", leaf.number);
            content.extend_from_slice(format!("{} /{name} Do\n", begin_mark(leaf.number)).as_bytes());
            drawn.set(name, Object::Reference(form));
            match &leaf.fonts {
                Some(fonts) => known.extend(fonts.clone()),
                None => break,
            }
        }
        let mut resources = Dictionary::new();
        resources.set("XObject", drawn);
        // What refers to nothing in the file may by now refer to a new object.
        lettered(document, Some(&resources), &mut Forms::new(), 0)?;
        let box_ = [0, 0, 1000, 1000].map(Object::Integer).to_vec();
        let page = dictionary([
            ("Type", name("Page")),
            ("MediaBox", Object::Array(box_)),
            ("Contents", Object::Reference(self.content)),
            ("Resources", Object::Dictionary(resources)),
        ]);
        document.objects.insert(self.page, page);
        let mut none = Dictionary::new();
        none.set("Resources", Dictionary::new());
        document.objects.insert(self.content, Object::Stream(Stream::new(none, content)));
        Ok(sheaf)
    }
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Object {
    Object::Dictionary(entries.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::super::glyphs::Page;
    use super::*;

    /// Pages that draw with a font `F`, whose `A` is the letter given.
    fn read_pages(pages: &[(&str, &str)]) -> Glyphs {
        let mut document = Document::new();
        let fonts: BTreeMap<&str, ObjectId> = ["B", "C"]
            .into_iter()
            .map(|letter| {
                let differences = Object::Array(vec![Object::Integer(65), name(letter)]);
                let encoding = dictionary([("Differences", differences)]);
                let font = [("Subtype", name("Type1")), ("BaseFont", name("Helvetica")), ("Encoding", encoding)];
                (letter, document.add_object(dictionary(font)))
            })
            .collect();
        let pages = pages.iter().zip(1..).map(|((font, content), number)| {
            let content = document.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
            let font = dictionary([("F", Object::Reference(fonts[font]))]);
            let resources = dictionary([("Font", font)]);
            let page = [("Contents", Object::Reference(content)), ("Resources", resources)];
            (number, document.add_object(dictionary(page)))
        });
        let pages = pages.collect();
        let mut glyphs = Glyphs::new(1000);
        read(&mut document, &pages, &mut glyphs).expect("no circles");
        glyphs
    }

    fn letters(glyphs: &Glyphs) -> Vec<(u32, String)> {
        let text = |page: &Page| page.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        glyphs.pages.iter().map(|page| (page.number, text(page))).collect()
    }

    const LETTER: &str = "BT /F 12 Tf (A) Tj ET";

    #[test]
    fn a_font_of_the_same_name_is_another_where_the_page_says_so() {
        let glyphs = read_pages(&[("B", LETTER), ("B", LETTER), ("C", LETTER), ("B", LETTER)]);
        let expected = [(1, "B"), (2, "B"), (3, "C"), (4, "B")].map(|(number, letter)| (number, letter.to_string()));
        assert_eq!(letters(&glyphs), expected);
        assert!(glyphs.broken.is_empty());
    }

    #[test]
    fn a_page_that_breaks_the_reader_costs_its_rest_and_no_other_page() {
        let bad = "BT /F 12 Tf (A) Tj /G 12 Tf (A) Tj ET";
        let glyphs = read_pages(&[("B", LETTER), ("B", bad), ("B", LETTER), ("B", bad)]);
        let expected = [1, 2, 3, 4].map(|number| (number, "B".to_string()));
        assert_eq!((letters(&glyphs), glyphs.broken), (expected.to_vec(), vec![2, 4]));
    }

    #[test]
    fn rules_are_seen_whatever_operator_draws_them() {
        for operator in ["f", "f*", "B", "b*", "S", "s"] {
            let glyphs = read_pages(&[("B", &format!("{LETTER} 0 0 9 1 re {operator} 0 0 5 5 re n"))]);
            assert_eq!(glyphs.pages[0].drawn.len(), 1, "{operator}");
        }
    }
}
