//! All words of codes, notes, remedies and advice, in both languages.

mod codes;
mod commands;
mod notes;
mod remedies;
mod safety;
mod samples;
mod shown;
mod ways;
