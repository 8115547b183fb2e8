//! The keys of each kind of content file.

/// How the value of a key is read.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Word,
    Pair,
    List,
    Number,
    PairList,
    Flag,
    Mentions,
    /// A table of drafts by id.
    Table(&'static Schema),
    /// An array of drafts, each with its `id`.
    Array(&'static Schema),
}

/// The keys of a kind of file.
#[derive(PartialEq)]
pub(super) struct Schema {
    pub(super) required: &'static [(&'static str, Shape)],
    pub(super) optional: &'static [(&'static str, Shape)],
    pub(super) claim: bool,
}

use Shape::{Array, Flag, List, Mentions, Number, Pair, PairList, Table as Tables, Word};

static SOURCE: Schema = Schema {
    required: &[
        ("file", Word),
        ("lang", Word),
        ("sha256", Word),
        ("title", Pair),
        ("author", Pair),
        ("about", Pair),
    ],
    optional: &[],
    claim: false,
};
pub(super) static SITE: Schema = Schema {
    required: &[
        ("title", Pair),
        ("subtitle", Pair),
        ("description", Pair),
        ("publisher", Pair),
        ("licence", Pair),
        ("version", Word),
        ("home", Word),
        ("rate_zh", Number),
        ("rate_en", Number),
        ("sources", Array(&SOURCE)),
    ],
    optional: &[],
    claim: false,
};
static CELL: Schema = Schema {
    required: &[],
    optional: &[("words", Pair)],
    claim: true,
};
static ITEM: Schema = Schema {
    required: &[("name", Pair)],
    optional: &[("place", Word), ("level", Word), ("actors", List)],
    claim: true,
};
static PART: Schema = Schema {
    required: &[],
    optional: &[
        ("who", Pair),
        ("means", Pair),
        ("whom", Pair),
        ("items", PairList),
    ],
    claim: true,
};
const POINT_REQUIRED: &[(&str, Shape)] = &[("title", Pair), ("order", Number), ("themes", List)];

pub(super) static KINDS: &[(&str, Schema)] = &[
    (
        "places",
        Schema {
            required: &[
                ("name", Pair),
                ("short", Pair),
                ("names", List),
                ("role", Word),
                ("order", Number),
                ("color", Number),
            ],
            optional: &[("also", List)],
            claim: false,
        },
    ),
    (
        "levels",
        Schema {
            required: &[("name", Pair), ("place", Word), ("order", Number)],
            optional: &[],
            claim: false,
        },
    ),
    (
        "themes",
        Schema {
            required: &[("name", Pair), ("order", Number), ("color", Number)],
            optional: &[],
            claim: false,
        },
    ),
    (
        "actors",
        Schema {
            required: &[("name", Pair), ("names", List), ("kind", Word)],
            optional: &[("also", List), ("place", Word), ("mentions", Mentions)],
            claim: false,
        },
    ),
    (
        "events",
        Schema {
            required: &[("title", Pair), ("places", List)],
            optional: &[
                ("year", Number),
                ("target", Number),
                ("set_in", Number),
                ("from", Number),
                ("to", Number),
                ("undated", Flag),
                ("levels", List),
                ("actors", List),
                ("themes", List),
            ],
            claim: true,
        },
    ),
    (
        "dimensions",
        Schema {
            required: &[
                ("name", Pair),
                ("question", Pair),
                ("order", Number),
                ("cells", Tables(&CELL)),
            ],
            optional: &[("themes", List)],
            claim: false,
        },
    ),
    (
        "sets",
        Schema {
            required: &[("title", Pair), ("kind", Word), ("order", Number)],
            optional: &[
                ("place", Word),
                ("open", Flag),
                ("count", Number),
                ("items", Array(&ITEM)),
            ],
            claim: true,
        },
    ),
    (
        "problems",
        Schema {
            required: POINT_REQUIRED,
            optional: &[],
            claim: true,
        },
    ),
    (
        "lessons",
        Schema {
            required: POINT_REQUIRED,
            optional: &[("places", List)],
            claim: true,
        },
    ),
    (
        "recommendations",
        Schema {
            required: &[
                ("title", Pair),
                ("order", Number),
                ("themes", List),
                ("parts", Array(&PART)),
            ],
            optional: &[],
            claim: true,
        },
    ),
    (
        "relations",
        Schema {
            required: &[("from", Word), ("to", Word), ("verb", Pair)],
            optional: &[("event", Word)],
            claim: true,
        },
    ),
    (
        "links",
        Schema {
            required: &[("from", Word), ("to", Word)],
            optional: &[],
            claim: true,
        },
    ),
    (
        "gaps",
        Schema {
            required: &[("of", Word)],
            optional: &[("themes", List)],
            claim: true,
        },
    ),
    (
        "terms",
        Schema {
            required: &[("name", Pair), ("forms", List)],
            optional: &[],
            claim: true,
        },
    ),
    (
        "notes",
        Schema {
            required: &[("phrase", Word)],
            optional: &[],
            claim: true,
        },
    ),
    (
        "questions",
        Schema {
            required: &[
                ("question", Pair),
                ("order", Number),
                ("asker", Word),
                ("view", Word),
            ],
            optional: &[("anchor", Word)],
            claim: true,
        },
    ),
    (
        "cuts",
        Schema {
            required: &[("name", Pair), ("minutes", Number), ("order", Number)],
            optional: &[],
            claim: false,
        },
    ),
    (
        "slides",
        Schema {
            required: &[
                ("order", Number),
                ("cut", Word),
                ("title", Pair),
                ("picture", Word),
                ("claims", List),
                ("notes", Pair),
            ],
            optional: &[("of", Word), ("dimensions", List), ("lines", PairList)],
            claim: false,
        },
    ),
];
/// Every kind of file with the keys it may have, its inner tables' keys included: what the editors' reference has to list.
pub fn keys() -> Vec<(&'static str, Vec<&'static str>)> {
    KINDS
        .iter()
        .map(|(kind, schema)| (*kind, schema.keys()))
        .chain([("site.toml", SITE.keys())])
        .collect()
}

impl Schema {
    fn keys(&self) -> Vec<&'static str> {
        let own = self.required.iter().chain(self.optional);
        own.flat_map(|(key, shape)| match shape {
            Shape::Table(inner) | Shape::Array(inner) => [vec![*key], inner.keys()].concat(),
            _ => vec![*key],
        })
        .collect()
    }
}
