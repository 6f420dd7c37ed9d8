//! How sure a fact is.

/// How sure a fact is, from sure to doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Published by Microsoft.
    Official,
    /// Seen in real outputs, reports or the tools of others.
    Seen,
    /// Only in a table that volunteers keep.
    Community,
    /// Only a name in a header file.
    Header,
    /// Common knowledge; no source was read again for it.
    Background,
    /// One weak source, or sources that disagree.
    Doubtful,
}

impl Certainty {
    /// By the first letter of [`Certainty::name`], as packed rows hold it.
    pub(super) const fn from_initial(initial: char) -> Option<Self> {
        Some(match initial {
            'o' => Certainty::Official,
            's' => Certainty::Seen,
            'c' => Certainty::Community,
            'h' => Certainty::Header,
            'b' => Certainty::Background,
            'd' => Certainty::Doubtful,
            _ => return None,
        })
    }

    /// The word that the data files use.
    pub const fn name(self) -> &'static str {
        match self {
            Certainty::Official => "official",
            Certainty::Seen => "seen",
            Certainty::Community => "community",
            Certainty::Header => "header",
            Certainty::Background => "background",
            Certainty::Doubtful => "doubtful",
        }
    }

    /// The same in a plain sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Certainty::Official => "Published by Microsoft.",
            Certainty::Seen => {
                "Seen in real outputs or in the tools of others; not taken from a page of Microsoft."
            }
            Certainty::Community => "Only in a table that volunteers keep.",
            Certainty::Header => "Only its name is published; nobody explains it.",
            Certainty::Background => "Common knowledge; no source was checked for it.",
            Certainty::Doubtful => "Doubtful: the sources are weak, or they disagree.",
        }
    }
}
