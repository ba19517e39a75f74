//! What a command line costs, from its start to its end.

use super::super::cold::{Cold, Program};
use super::super::row::Aim;

/// Whole processes.
pub(in crate::bench) const PROGRAMS: &[Cold] = &[
    Cold {
        goal: "N4",
        what: "whole process, beside a Go program that verifies",
        program: Program::Go,
        input: "s3",
        aim: Aim::AtMost(0.45),
    },
    Cold {
        goal: "N4",
        what: "whole process, beside openssl verify -CAfile",
        program: Program::OpenSsl,
        input: "s3",
        aim: Aim::AtMost(0.13),
    },
    Cold {
        goal: "N4",
        what: "whole process, beside certtool --verify",
        program: Program::Certtool,
        input: "s3",
        aim: Aim::Shown,
    },
    Cold {
        goal: "N7",
        what: "10,000 roots, whole process, beside openssl verify -CAfile",
        program: Program::OpenSsl,
        input: "distinct-roots",
        aim: Aim::AtMost(0.01),
    },
    Cold {
        goal: "N7",
        what: "10,000 roots, whole process, beside a Go program that verifies",
        program: Program::Go,
        input: "distinct-roots",
        aim: Aim::Shown,
    },
];
