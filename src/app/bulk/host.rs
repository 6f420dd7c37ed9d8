//! The page's end: starts a job in a worker, or beside the page where no worker can start, and stops it at once.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, MessageEvent, Worker};
use yew::Callback;

use super::{Job, Kind, News, Report, drive, wire};

thread_local! {
    /// Makes a worker. The libraries of all faces live in JavaScript, and so does their Trusted Types policy.
    static MAKE_WORKER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes the function that makes a worker.
pub fn set_worker(make: Option<Function>) {
    if make.is_some() {
        MAKE_WORKER.set(make);
    }
}

/// What hears of the worker.
type Heard<E> = Closure<dyn FnMut(E)>;

/// A job that runs until it is dropped.
pub struct Running {
    cancelled: Rc<Cell<bool>>,
    worker: Option<Worker>,
    _hears: Option<(Heard<MessageEvent>, Heard<Event>)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.cancelled.set(true);
        if let Some(worker) = &self.worker {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

/// Starts a job; `tell` hears of it.
pub fn start(job: Job, tell: Callback<News>) -> Running {
    let cancelled = Rc::new(Cell::new(false));
    let made = MAKE_WORKER.with_borrow(|make| {
        let made = make.as_ref()?.call0(&JsValue::NULL).ok()?;
        made.dyn_into::<Worker>().ok()
    });
    let Some(worker) = made else {
        beside(job, tell, cancelled.clone());
        return Running {
            cancelled,
            worker: None,
            _hears: None,
        };
    };
    let ready = Rc::new(Cell::new(false));
    let heard = {
        let (worker, tell, job, ready) = (worker.clone(), tell.clone(), job.clone(), ready.clone());
        Closure::new(move |event: MessageEvent| {
            let data = event.data();
            let get = |key: &str| {
                Reflect::get(&data, &key.into())
                    .ok()
                    .filter(|value| !value.is_undefined())
            };
            if let Some(done) = get("done").and_then(|done| done.as_f64()) {
                tell.emit(News::Progress(done));
            } else if let Some(made) = get("made") {
                tell.emit(news(&job, made));
            } else if get("ready").is_some() {
                ready.set(true);
                if worker.post_message(&wire::job_to_js(&job)).is_err() {
                    tell.emit(News::Failed);
                }
            } else {
                tell.emit(News::Failed);
            }
        })
    };
    let broken = {
        let (worker, cancelled) = (worker.clone(), cancelled.clone());
        Closure::new(move |event: Event| {
            event.prevent_default();
            worker.terminate();
            if ready.get() {
                tell.emit(News::Failed);
            } else if !cancelled.get() {
                // A policy forbids workers here, or the script did not load.
                beside(job.clone(), tell.clone(), cancelled.clone());
            }
        })
    };
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    // The same compiled module: no second binary, nothing is compiled twice.
    let _ = worker.post_message(&wasm_bindgen::module());
    Running {
        cancelled,
        worker: Some(worker),
        _hears: Some((heard, broken)),
    }
}

/// Does the job on the page's own thread, in slices.
fn beside(job: Job, tell: Callback<News>, cancelled: Rc<Cell<bool>>) {
    spawn_local(async move {
        let (progress, stop) = (tell.clone(), cancelled.clone());
        let mut told = move |done| {
            if !stop.get() {
                progress.emit(News::Progress(done));
            }
        };
        let work = drive::run(&job, &mut told);
        let made = until(work, cancelled.clone()).await;
        if !cancelled.get() {
            tell.emit(made.map_or(News::Failed, |made| news(&job, made)));
        }
    });
}

/// `work`, given up at its next pause once `cancelled` is set.
async fn until<T>(work: impl Future<Output = Option<T>>, cancelled: Rc<Cell<bool>>) -> Option<T> {
    let mut work = Box::pin(work);
    std::future::poll_fn(|context| {
        if cancelled.get() {
            return std::task::Poll::Ready(None);
        }
        work.as_mut().poll(context)
    })
    .await
}

fn news(job: &Job, made: JsValue) -> News {
    match job.kind {
        Kind::Read => News::Read(Rc::new(Report::from_js(made))),
        Kind::JsonLines(_) | Kind::Csv(_) => News::Made(made.unchecked_into()),
    }
}
