//! What was measured, as Markdown.

use super::row::{Mode, Pair, Row};

/// Prints a table for each mode; `peer` is what we are compared with.
pub fn print(rows: &[Row], peer: &str) {
    let universal: Vec<_> = rows
        .iter()
        .filter(|row| !row.of(Mode::Universal).is_empty())
        .collect();
    print_compared("Universal mode", Mode::Universal, &universal, peer);
    for mode in [Mode::Debug, Mode::Trace] {
        let rows = rows.iter().filter(|row| !row.of(mode).is_empty());
        let (added, alone): (Vec<_>, Vec<_>) =
            rows.partition(|row| !row.of(Mode::Universal).is_empty());
        print_added(mode, &added, peer);
        print_compared(&format!("Only in {} mode", mode.name()), mode, &alone, peer);
    }
}

fn print_compared(title: &str, mode: Mode, rows: &[&Row], peer: &str) {
    if rows.is_empty() {
        return;
    }
    println!("\n### {title}\n");
    println!("| operation | | {peer} | ours | ours / {peer} |");
    println!("|---|---|---:|---:|---:|");
    for row in rows {
        let samples = row.of(mode);
        println!(
            "| {} | {} | {} | {} | {} |",
            row.name,
            row.unit,
            median_and_quartiles(samples.iter().map(|pair| pair.reference)),
            median_and_quartiles(samples.iter().map(|pair| pair.ours)),
            median_and_quartiles(samples.iter().map(ratio)),
        );
    }
}

fn print_added(mode: Mode, rows: &[&Row], peer: &str) {
    if rows.is_empty() {
        return;
    }
    println!("\n### What {} mode adds to universal mode\n", mode.name());
    println!(
        "| operation | | {peer}, whole | ours, whole | {peer}, added | ours, added | added, ours / {peer} |"
    );
    println!("|---|---|---:|---:|---:|---:|---:|");
    for row in rows {
        let samples = row.of(mode);
        let added: Vec<Pair> = samples
            .iter()
            .zip(row.of(Mode::Universal))
            .map(|(with, without)| Pair {
                reference: with.reference - without.reference,
                ours: with.ours - without.ours,
            })
            .collect();
        println!(
            "| {} | {} | {} | {} | {} | {} | {} |",
            row.name,
            row.unit,
            number(quartiles(samples.iter().map(|pair| pair.reference))[1]),
            number(quartiles(samples.iter().map(|pair| pair.ours))[1]),
            median_and_quartiles(added.iter().map(|pair| pair.reference)),
            median_and_quartiles(added.iter().map(|pair| pair.ours)),
            median_and_quartiles(added.iter().map(ratio)),
        );
    }
}

fn ratio(pair: &Pair) -> f64 {
    pair.ours / pair.reference
}

/// The median, and the quartiles around it where they differ.
fn median_and_quartiles(values: impl Iterator<Item = f64>) -> String {
    let [low, median, high] = quartiles(values);
    if median.is_nan() {
        return "–".to_owned();
    }
    if low == high {
        return number(median);
    }
    format!("{} ({}–{})", number(median), number(low), number(high))
}

/// About three digits.
fn number(value: f64) -> String {
    let size = value.abs();
    let decimals = if size < 10.0 {
        2
    } else {
        usize::from(size < 100.0)
    };
    format!("{value:.decimals$}")
}

/// The first quartile, the median and the third; between two values where they fall between.
fn quartiles(values: impl Iterator<Item = f64>) -> [f64; 3] {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    [0.25, 0.5, 0.75].map(|part| {
        let position = part * (sorted.len() - 1) as f64;
        let (below, above) = (position.floor() as usize, position.ceil() as usize);
        sorted[below] + (sorted[above] - sorted[below]) * position.fract()
    })
}
