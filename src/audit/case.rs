//! A collection as the audit sees it, with the indices that the codes share.

use super::finding::{Place, Said};
use super::profile::Profile;
use super::register::Register;
use super::rules::Rule;
use crate::corpus::{Corpus, Holding};
use crate::date::PartialDate;
use crate::graph::{Evidence, Graph, Node, NodeIndex};
use crate::identity::Key;
use crate::identity::named::LAWS;
use crate::lexicon::Lexicon;
use crate::mention::Mention;
use crate::record::Record;
use crate::reference::Reference;
use crate::text::fold::fold;
use crate::vocabulary::{Relation, State};
use std::collections::HashMap;

/// How to audit.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day on which deadlines are looked at; nothing takes the latest date of the collection.
    pub as_of: Option<PartialDate>,
    /// Whose rules of form are applied.
    pub profile: Profile,
    /// What users want of their own papers.
    pub rules: Vec<Rule>,
    /// The organs there were, beside the provinces of the lexicon.
    pub register: Register,
    /// Quote documents marked MẬT, TỐI MẬT, TUYỆT MẬT.
    pub allow_secret: bool,
}

/// A held document with its node and fullest record.
#[derive(Clone, Copy, Debug)]
pub struct Held<'s> {
    /// What the collection holds of it.
    pub holding: &'s Holding,
    /// Its node.
    pub index: NodeIndex,
    /// Its card.
    pub node: &'s Node,
    /// Its fullest file.
    pub record: &'s Record,
}

/// A collection as the audit sees it.
#[derive(Debug)]
pub struct Case<'s> {
    /// The held documents.
    pub corpus: &'s Corpus,
    /// What each mention means.
    pub references: &'s [Reference],
    /// The graph of both.
    pub graph: &'s Graph,
    /// Names of kinds in both languages, registry of acts.
    pub lexicon: &'s Lexicon,
    /// How to audit.
    pub options: &'s Options,
    nodes: HashMap<&'s str, NodeIndex>,
    cited: HashMap<&'s Key, Vec<&'s Reference>>,
    held: Vec<Held<'s>>,
}

impl<'s> Case<'s> {
    /// Indexes a collection. Linear but for sorting the files.
    pub fn new(
        corpus: &'s Corpus,
        references: &'s [Reference],
        graph: &'s Graph,
        lexicon: &'s Lexicon,
        options: &'s Options,
    ) -> Self {
        let weights = &graph.graph;
        let nodes: HashMap<&str, NodeIndex> =
            weights.node_indices().map(|index| (weights[index].id.as_str(), index)).collect();
        let mut cited: HashMap<&Key, Vec<&Reference>> = HashMap::new();
        for reference in references {
            if let Some(key) = reference.target.key() {
                cited.entry(key).or_default().push(reference);
            }
        }
        let with_node = |holding: &'s Holding| {
            let index = *nodes.get(holding.key.id())?;
            Some(Held { holding, index, node: &weights[index], record: corpus.first_record(holding) })
        };
        let mut held: Vec<Held<'s>> = corpus.holdings.iter().filter_map(with_node).collect();
        held.sort_by(|a, b| (&a.record.path, &a.node.id).cmp(&(&b.record.path, &b.node.id)));
        Self { corpus, references, graph, lexicon, options, nodes, cited, held }
    }

    /// The held documents, in the order of files.
    pub fn held(&self) -> &[Held<'s>] {
        &self.held
    }

    /// The node of a document.
    pub fn node_of(&self, key: &Key) -> Option<NodeIndex> {
        self.nodes.get(key.id()).copied()
    }

    /// The references to a document, in the order of files and text.
    pub fn cited(&self, id: &str) -> &[&'s Reference] {
        self.cited.get(&Key::new(id)).map_or(&[][..], Vec::as_slice)
    }

    /// The mention that a reference resolves.
    pub fn mention(&self, reference: &Reference) -> &'s Mention {
        &self.corpus.records[reference.record].mentions[reference.mention]
    }

    /// What a reference says of its document: as a person has corrected it, else as it is read.
    pub fn relation(&self, reference: &Reference) -> Relation {
        reference.relation.unwrap_or(self.mention(reference).relation)
    }

    /// The full date that a citation gives in its own words ([`Record::own_date`]).
    pub fn stated_date(&self, reference: &Reference) -> Option<PartialDate> {
        self.corpus.records[reference.record].own_date(reference.mention)
    }

    /// The words before a citation in its sentence, and those behind it; nothing where they are not known.
    pub fn around(&self, reference: &Reference) -> Option<(&'s str, &'s str)> {
        let record = &self.corpus.records[reference.record];
        let quote = record.evidence[reference.mention].quote.as_str();
        let mark = Place::of(&record.evidence[reference.mention], &record.texts[reference.mention]).mark?;
        Some((&quote[..mark.start], &quote[mark.end..]))
    }

    /// The card of the document that a reference stands in; nothing for a file that could not be read.
    pub fn citing(&self, reference: &Reference) -> Option<(NodeIndex, &'s Node)> {
        let index = self.node_of(&self.corpus.holding_of(reference.record)?.key)?;
        Some((index, &self.graph.graph[index]))
    }

    /// True if the words of a record may stand in an output.
    pub fn is_open(&self, record: &Record) -> bool {
        self.options.allow_secret || record.document.secrecy.is_none()
    }

    /// Where a reference stands, in which words; without the words in a secret paper.
    pub fn place(&self, reference: &Reference) -> Place {
        let record = &self.corpus.records[reference.record];
        self.within(record, &record.evidence[reference.mention], &record.texts[reference.mention])
    }

    /// A place in a record.
    pub fn within(&self, record: &Record, evidence: &Evidence, words: &str) -> Place {
        let place = Place::of(evidence, words);
        if self.is_open(record) { place } else { Place { quote: None, mark: None, ..place } }
    }

    /// The place of the own number, or the file where no place is known.
    pub fn number_place(&self, record: &Record) -> Place {
        self.own_place(record, record.number_evidence.as_deref())
    }

    /// The place of the own date, or the file where no place is known.
    pub fn date_place(&self, record: &Record) -> Place {
        self.own_place(record, record.date_evidence.as_deref())
    }

    fn own_place(&self, record: &Record, evidence: Option<&Evidence>) -> Place {
        let Some(evidence) = evidence else { return Place::file(&record.path) };
        let quote = evidence.quote.clone();
        self.within(record, evidence, &quote)
    }

    /// The day on which deadlines are looked at: as asked, else the latest full date of a held document.
    pub fn as_of(&self) -> Option<PartialDate> {
        let dates = || self.held.iter().filter_map(|held| held.node.date).filter(|date| date.is_full());
        self.options.as_of.or_else(|| dates().max())
    }

    /// A document in words: kind, number or name, issuer, date.
    pub fn name(&self, node: &Node) -> Said {
        let english =
            |kind: &str| self.lexicon.kinds.by_name(kind).map_or_else(|| kind.to_string(), |k| k.english.clone());
        let full = node.date.is_some_and(|date| date.is_full());
        let named = node.number.is_none() && node.name.is_some();
        Said {
            vietnamese: in_words(node, node.kind.clone(), "của", if full { "ngày " } else { "" }),
            english: in_words(node, node.kind.as_deref().filter(|_| !named).map(english), "of", ""),
        }
    }

    /// A document in one breath: its number, its name, or its kind and date.
    pub fn short(&self, node: &Node) -> String {
        node.number
            .as_deref()
            .or(node.name.as_deref())
            .map(str::to_owned)
            .unwrap_or_else(|| in_words(node, node.kind.clone(), "", ""))
    }
}

/// True for what the legislature passes: it is for everybody, and has rules of its own.
pub(super) fn is_law(kind: Option<&str>) -> bool {
    let kind = kind.map(fold).unwrap_or_default();
    LAWS.iter().any(|law| fold(law) == kind)
}

fn in_words(node: &Node, kind: Option<String>, of: &str, dated: &str) -> String {
    let own = node.number.as_deref().or(node.name.as_deref());
    let head = match (kind, own) {
        (Some(kind), Some(own)) if node.state != State::Oral && !fold(own).starts_with(&fold(&kind)) => {
            format!("{kind} {own}")
        }
        (_, Some(own)) => own.to_string(),
        (Some(kind), None) => match (&node.title, node.files.first()) {
            (Some(title), _) => format!("{kind} “{title}”"),
            (None, Some(file)) => format!("{kind} ({})", file.rsplit('/').next().unwrap_or(file)),
            (None, None) => kind,
        },
        (None, None) => node.id.clone(),
    };
    // A name mostly holds its issuer.
    let issuer =
        node.issuer.as_deref().filter(|_| node.number.is_some() && !of.is_empty()).map(|who| format!(" {of} {who}"));
    let date =
        node.date.filter(|date| !head.contains(&date.written())).map(|date| format!(", {dated}{}", date.written()));
    format!("{head}{}{}", issuer.unwrap_or_default(), date.unwrap_or_default())
}
