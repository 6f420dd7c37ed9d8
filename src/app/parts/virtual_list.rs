//! A list of very many lines of one height, of which only the visible ones are drawn.

use std::ops::Range;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::dom::{hundredths, set_style};

/// No browser scrolls further than about 17 million pixels: beyond this height scrolling is scaled.
const HIGHEST: f64 = 8_000_000.0;
/// Lines drawn above and below the visible ones.
const MARGIN: usize = 12;
/// Height of a line before one could be measured, in pixels.
const USUAL_LINE: f64 = 20.0;

#[derive(PartialEq, Properties)]
pub struct VirtualListProps {
    /// How many lines there are.
    pub count: usize,
    /// Draws the line with that index.
    pub line: Callback<usize, Html>,
    /// Lines to bring into view when they change.
    #[prop_or_default]
    pub target: Option<(usize, usize)>,
    pub label: AttrValue,
}

/// What is known of the scroll container.
#[derive(Clone, Copy, PartialEq)]
struct View {
    top: f64,
    height: f64,
    line: f64,
}

impl View {
    fn full(&self, count: usize) -> f64 {
        (count as f64 * self.line).min(HIGHEST)
    }

    /// The line at the top edge, with its fraction.
    fn first(&self, count: usize) -> f64 {
        let (all, full) = (count as f64 * self.line, self.full(count));
        if all <= full || full <= self.height {
            return self.top / self.line;
        }
        (self.top / (full - self.height)).clamp(0.0, 1.0) * (count as f64 - self.height / self.line)
    }

    /// Where to scroll so that the line stands at the top edge.
    fn top_of(&self, line: f64, count: usize) -> f64 {
        let (all, full) = (count as f64 * self.line, self.full(count));
        if all <= full || full <= self.height {
            return line * self.line;
        }
        line / (count as f64 - self.height / self.line).max(1.0) * (full - self.height)
    }

    fn drawn(&self, count: usize) -> Range<usize> {
        let first = self.first(count) as usize;
        let visible = (self.height / self.line).ceil() as usize + 1;
        first.saturating_sub(MARGIN)..(first + visible + MARGIN).min(count)
    }
}

/// Tells when the size of an element changes.
struct Observer {
    observer: ResizeObserver,
    _changed: Closure<dyn FnMut()>,
}

impl Observer {
    fn new(element: &HtmlElement, tell: Callback<()>) -> Option<Self> {
        // Later: a size that changes while sizes are told is an error to browsers.
        let changed = Closure::<dyn FnMut()>::new(move || {
            let tell = tell.clone();
            Timeout::new(0, move || tell.emit(())).forget();
        });
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Observer {
            observer,
            _changed: changed,
        })
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Draws the list.
#[component]
pub fn VirtualList(props: &VirtualListProps) -> Html {
    let (frame, sizer, layer) = (use_node_ref(), use_node_ref(), use_node_ref());
    let view = use_state_eq(|| View {
        top: 0.0,
        height: 600.0,
        line: USUAL_LINE,
    });
    let count = props.count;

    let measure = {
        let (frame, layer, view) = (frame.clone(), layer.clone(), view.clone());
        Callback::from(move |()| {
            let Some(frame) = frame.cast::<HtmlElement>() else {
                return;
            };
            let line = layer
                .cast::<HtmlElement>()
                .and_then(|layer| layer.first_element_child());
            let line = line.map_or(0.0, |line| line.get_bounding_client_rect().height());
            let seen = View {
                top: f64::from(frame.scroll_top()),
                height: f64::from(frame.client_height()),
                line: if line > 1.0 { line } else { view.line },
            };
            if *view != seen {
                view.set(seen);
            }
        })
    };
    {
        let (frame, measure) = (frame.clone(), measure.clone());
        use_effect_with(count, move |_| {
            measure.emit(());
            // Its size changes with the window, with zoom, and when its place is shown again.
            let frame = frame.cast::<HtmlElement>();
            let observer = frame.and_then(|frame| Observer::new(&frame, measure));
            move || drop(observer)
        });
    }

    let drawn = view.drawn(count);
    {
        let (sizer, layer) = (sizer.clone(), layer.clone());
        let shift = view.top - (view.first(count) - drawn.start as f64) * view.line;
        use_effect_with((view.full(count), shift), move |&(full, shift)| {
            if let Some(sizer) = sizer.cast::<HtmlElement>() {
                set_style(&sizer, "height", &(hundredths(full) + "px"));
            }
            if let Some(layer) = layer.cast::<HtmlElement>() {
                set_style(
                    &layer,
                    "transform",
                    &format!("translateY({}px)", hundredths(shift.max(0.0))),
                );
            }
        });
    }
    {
        let (frame, view) = (frame.clone(), view.clone());
        use_effect_with((props.target, count), move |&(target, count)| {
            let (Some((first, last)), Some(frame)) = (target, frame.cast::<HtmlElement>()) else {
                return;
            };
            let at = view.first(count);
            let visible = view.height / view.line;
            if (first as f64) < at || (last + 1) as f64 > at + visible {
                let top = view.top_of((first as f64 - visible / 3.0).max(0.0), count);
                frame.set_scroll_top(top as i32);
            }
        });
    }

    let onscroll = measure.reform(|_: Event| ());
    html! {
        <div class="virtual" ref={frame} tabindex="0" role="region" aria-label={&props.label} {onscroll}>
            <div class="virtual-size" ref={sizer}>
                <div class="virtual-lines" ref={layer} role="list">
                    for index in drawn { { props.line.emit(index) } }
                </div>
            </div>
        </div>
    }
}
