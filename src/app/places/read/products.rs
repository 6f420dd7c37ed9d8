//! The products: those with a key first, the rest folded.

use std::rc::Rc;

use activation_desk::card::{CardOptions, Summary};
use yew::prelude::*;

use super::product::Product;
use crate::desk::use_desk;
use crate::dom::use_id;
use crate::parts::button::{fold, more_button, use_more};
use crate::paste::Paste;
use crate::state::Action;
use crate::words;

/// So many keyed products are listed at first, and so many more for each asking.
const STEP: usize = 40;

#[derive(PartialEq, Properties)]
pub struct ProductsProps {
    pub paste: Rc<Paste>,
    pub open: Rc<Vec<usize>>,
    pub rest_open: bool,
    pub told: CardOptions,
}

/// Draws the products.
#[component]
pub fn Products(props: &ProductsProps) -> Html {
    let desk = use_desk();
    let id = use_id();
    let (shown, onmore) = use_more(STEP);
    let products = &props.paste.overview().products;
    if products.is_empty() {
        return Html::default();
    }
    let alone = products.len() == 1;
    let (keyed, rest): (Vec<_>, Vec<_>) = products.iter().partition(|product| product.keyed);
    let left = keyed.len().saturating_sub(*shown);
    let draw = |summary: &Summary| {
        let index = summary.product;
        html! { <Product key={index} paste={props.paste.clone()} summary={summary.clone()} open={alone || props.open.contains(&index)} {alone} told={props.told} /> }
    };
    html! {
        <section class="products" aria-label={words::PRODUCTS}>
            <h2 class="unseen">{ words::PRODUCTS }</h2>
            for summary in keyed.iter().copied().take(*shown) { { draw(summary) } }
            if left > 0 { { more_button(words::show_more_products(left), onmore) } }
            if keyed.is_empty() {
                for summary in rest.iter().copied() { { draw(summary) } }
            } else if !rest.is_empty() {
                <div class="rest">
                    { fold("fold", words::more_products(rest.len()).into(), props.rest_open, &id, desk.on(|| Action::RestToggled)) }
                    if props.rest_open {
                        <div class="rest-list" {id}>
                            for summary in rest.iter().copied() { { draw(summary) } }
                        </div>
                    }
                </div>
            }
        </section>
    }
}
