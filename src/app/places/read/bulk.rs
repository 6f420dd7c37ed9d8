//! What a large input says: in numbers, its first products as cards, and all of it as files to save.

use std::rc::Rc;

use activation_desk::card::Bar;
use activation_desk::phrase::Redact;
use activation_desk::wording::files::{self, by, totals};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::files::name;
use super::product::{HeadOf, Product, head};
use super::source::Source;
use crate::bulk::{self, Job, Kind, Listed, News, Report};
use crate::desk::use_desk;
use crate::dom;
use crate::parts::button::button;
use crate::parts::chart::chart;
use crate::parts::progress::progress;
use crate::paste::Paste;
use crate::state::{Action, Opened};
use crate::words;

/// Draws all of it; `id` is that of the input, since the cards keep what they show.
pub fn bulk_report(id: u32, report: &Report, opened: &Rc<Opened>, redact: Redact) -> Html {
    let hidden = redact == Redact::Yes;
    let nothing = report.totals[0] + report.totals[2] == 0.0;
    let several = opened.sources.len() > 1;
    let file = |listed: &Listed| {
        let source = opened.sources.get(listed.file).filter(|_| several);
        source.map(|source| name(&source.name, listed.file, hidden))
    };
    html! {
        <>
            <div class="found">
                <p class="overview">{ if nothing { words::trouble::NOISE.to_owned() } else { report.sentence() } }</p>
                if report.totals[0] > 0.0 {
                    <Exports key={id} opened={opened.clone()} />
                    <section class="products rest-list" aria-label={files::FIRST}>
                        <h2 class="bulk-title">{ files::FIRST }</h2>
                        for (at, listed) in report.first.iter().enumerate() {
                            <Found key={format!("{id} {at}")} listed={listed.clone()} file={file(listed)} />
                        }
                    </section>
                }
            </div>
            <section class="evidence numbers">
                <h2>{ files::COUNTS }</h2>
                <dl class="totals">
                    for (label, total) in TOTALS.into_iter().zip(report.totals) {
                        <div><dt>{ label }</dt><dd>{ words::number(total as u64) }</dd></div>
                    }
                </dl>
                { tallies(report) }
            </section>
        </>
    }
}

/// In the order of the report.
const TOTALS: [&str; 7] = [
    totals::PRODUCTS,
    totals::KEYED,
    totals::PARTS,
    totals::ERRORS,
    totals::EVENTS,
    totals::REMARKS,
    totals::LINES,
];

/// The words for a counted name.
type Word = fn(&str) -> &str;

fn tallies(report: &Report) -> Html {
    let words: [(&str, Word); 5] = [
        (by::STATE, |name| files::state(name)),
        (by::CHANNEL, |name| files::channel(name)),
        (
            by::NAME,
            |name| if name.is_empty() { files::NONE } else { name },
        ),
        (by::PRODUCER, files::producer),
        (by::CODE, |name| name),
    ];
    words
        .into_iter()
        .zip(&report.tallies)
        .map(|((title, word), ranked)| {
            let bars: Vec<_> = ranked
                .rows
                .iter()
                .map(|(name, count)| Bar {
                    key: "",
                    label: word(name).to_owned().into(),
                    value: *count as u64,
                    line: None,
                    meaning: "",
                })
                .collect();
            if bars.is_empty() {
                return Html::default();
            }
            html! {
                <>
                    { chart(&bars, title, files::COUNT) }
                    if ranked.more > 0 { <p class="hint">{ files::more(ranked.more) }</p> }
                </>
            }
        })
        .collect()
}

#[derive(PartialEq, Properties)]
struct FoundProps {
    listed: Listed,
    /// The name of its file, where there are several.
    file: Option<String>,
}

/// The text of a product's piece.
#[derive(Clone, PartialEq)]
enum Piece {
    Closed,
    Loading,
    Read(Rc<Paste>),
    Lost,
}

/// One of the first products; its piece is read again when it is opened.
#[component]
fn Found(props: &FoundProps) -> Html {
    let piece = use_state(|| Piece::Closed);
    let listed = &props.listed;
    let ontoggle = {
        let (piece, listed) = (piece.clone(), listed.clone());
        Callback::from(move |_: MouseEvent| {
            if *piece != Piece::Closed {
                return piece.set(Piece::Closed);
            }
            piece.set(Piece::Loading);
            let (piece, listed) = (piece.clone(), listed.clone());
            spawn_local(async move {
                let text = JsFuture::from(listed.piece.text()).await;
                piece.set(match text.ok().and_then(|text| text.as_string()) {
                    // Blank lines in place of what stands before, so that every line has its number in the file.
                    Some(text) => {
                        let before = "\n".repeat(listed.lines_before as usize);
                        Piece::Read(Rc::new(Paste::new(&(before + &text))))
                    }
                    None => Piece::Lost,
                });
            });
        })
    };
    let lines = listed.lines;
    if let Piece::Read(paste) = &*piece
        && let Some(summary) = paste
            .overview()
            .products
            .iter()
            .find(|summary| summary.product == listed.product)
    {
        return html! {
            <Product paste={paste.clone()} summary={summary.clone()} open=true alone=false told={activation_desk::card::CardOptions::default()} {ontoggle} file={props.file.clone()}>
                <section class="section">
                    <h4>{ files::ITS_LINES }</h4>
                    <Source paste={paste.clone()} pointed={None} window={lines} />
                </section>
            </Product>
        };
    }
    let state = match *piece {
        Piece::Loading => Some(files::LOADING),
        Piece::Closed => None,
        Piece::Read(_) | Piece::Lost => Some(files::LOADING_FAILED),
    };
    html! {
        <article class={classes!("card", crate::parts::mark::class(listed.tone))}>
            { head(HeadOf {
                title: listed.title.clone().into(),
                name: &listed.name,
                word: &listed.word,
                tone: listed.tone,
                lines,
                file: props.file.as_deref(),
                open: false,
                alone: false,
                body: "",
                ontoggle,
            }) }
            if let Some(state) = state { <p class="hint card-state">{ state }</p> }
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct ExportsProps {
    opened: Rc<Opened>,
}

/// The buttons that save everything; all is read again for it.
#[component]
fn Exports(props: &ExportsProps) -> Html {
    let desk = use_desk();
    let making = use_state(|| None::<(Kind, f64)>);
    let kind = making.as_ref().map(|(kind, _)| *kind);
    {
        let (desk, making) = (desk.clone(), making.clone());
        use_effect_with((kind, props.opened.clone()), move |(kind, opened)| {
            let running = kind.map(|kind| {
                let job = Job {
                    sources: opened.sources.clone(),
                    kind,
                    language: dom::language(),
                };
                let tell = Callback::from(move |news| match news {
                    News::Progress(done) => making.set(Some((kind, done))),
                    News::Made(blob) => {
                        making.set(None);
                        let ending = match kind {
                            Kind::Csv(_) => "csv",
                            Kind::Read | Kind::JsonLines(_) => "jsonl",
                        };
                        dom::download(&blob, &format!("activation-desk.{ending}"));
                        desk.send(Action::Said(files::SAVED));
                    }
                    News::Read(_) | News::Failed => {
                        making.set(None);
                        desk.send(Action::Said(files::FAILED));
                    }
                });
                bulk::host::start(job, tell)
            });
            move || drop(running)
        });
    }
    let start = |kind: fn(Redact) -> Kind| {
        let (making, redact) = (making.clone(), desk.redact);
        Callback::from(move |_: MouseEvent| making.set(Some((kind(redact), 0.0))))
    };
    let oncancel = {
        let making = making.clone();
        Callback::from(move |_: MouseEvent| making.set(None))
    };
    html! {
        <div class="exports">
            if let Some((_, done)) = *making {
                { progress(files::SAVING, done, props.opened.size(), oncancel) }
            } else {
                { button(files::SAVE_JSON, start(Kind::JsonLines)) }
                { button(files::SAVE_CSV, start(Kind::Csv)) }
                if desk.redact == Redact::Yes { <p class="hint">{ files::SAVE_REDACTED }</p> }
            }
        </div>
    }
}
