//! The two macros that turn the themes' tables of checks into what is asked of them.

/// A theme: for each check its level, its kind, its name and what its message needs, with a sample
/// of each part; then what is wrong and what to type next, in Chinese and in English.
///
/// Every part is withheld by its own type: one whose type says nothing of that does not compile.
macro_rules! checks {
    ($(#[$about:meta])* $theme:ident; $(
        $gravity:ident $check:ident
            $({ $($part:ident: $holds:ty = $sample:expr),* $(,)? })? $name:literal
            says $zh:expr, $en:expr;
            fix $fix_zh:expr, $fix_en:expr;
    )*) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(clippy::enum_variant_names, reason = "a check is called as its name in records")]
        pub enum $theme { $($check $({ $($part: $holds),* })?),* }

        impl $theme {
            /// Each check's name and level, in order.
            pub(super) const CHECKS: &'static [(&'static str, super::gravity::Gravity)] =
                &[$(($name, super::gravity::Gravity::$gravity)),*];

            /// The name, as `care check NAME` takes it, and the level.
            pub(super) fn check(&self) -> (&'static str, super::gravity::Gravity) {
                use super::gravity::Gravity;
                match self { $($theme::$check { .. } => ($name, Gravity::$gravity)),* }
            }

            /// One of each.
            pub(super) fn samples() -> Vec<$theme> {
                vec![$($theme::$check $({ $($part: $sample),* })?),*]
            }

            /// The same without the record's own words.
            pub(super) fn withheld(self) -> $theme {
                match self {
                    $($theme::$check $({ $($part),* })? => $theme::$check $({
                        $($part: super::payload::Withhold::withheld($part)),*
                    })?),*
                }
            }

            /// What is wrong.
            #[allow(unused_variables, reason = "not every message needs every part")]
            pub fn message(&self, lang: crate::domain::settings::Lang) -> String {
                use crate::domain::settings::Lang;
                match (self, lang) {
                    $(
                        ($theme::$check $({ $($part),* })?, Lang::Zh) => ($zh).into(),
                        ($theme::$check $({ $($part),* })?, Lang::En) => ($en).into(),
                    )*
                }
            }

            /// What to type next.
            #[allow(unused_variables, reason = "few hints need a part")]
            pub(super) fn hint(&self, lang: crate::domain::settings::Lang) -> String {
                use crate::domain::settings::Lang;
                match (self, lang) {
                    $(
                        ($theme::$check $({ $($part),* })?, Lang::Zh) => ($fix_zh).into(),
                        ($theme::$check $({ $($part),* })?, Lang::En) => ($fix_en).into(),
                    )*
                }
            }
        }
    };
}
pub(super) use checks;

/// All themes together.
macro_rules! themes {
    ($($theme:ident)*) => {
        /// What is wrong, with what the message needs.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Cause { $($theme($theme)),* }

        $(impl From<$theme> for Cause {
            fn from(own: $theme) -> Cause {
                Cause::$theme(own)
            }
        })*

        impl Cause {
            /// The name of the check that finds it, as `care check NAME` takes it.
            pub fn name(&self) -> &'static str {
                match self { $(Cause::$theme(own) => own.check().0),* }
            }

            /// Fault or remark.
            pub fn gravity(&self) -> Gravity {
                match self { $(Cause::$theme(own) => own.check().1),* }
            }

            /// What is wrong.
            pub fn message(&self, lang: Lang) -> String {
                match self { $(Cause::$theme(own) => own.message(lang)),* }
            }

            /// What to type next.
            pub fn hint(&self, lang: Lang) -> String {
                match self { $(Cause::$theme(own) => own.hint(lang)),* }
            }

            fn withheld(self) -> Cause {
                match self { $(Cause::$theme(own) => own.withheld().into()),* }
            }

            /// Every check's name: those of faults by theme, then those of remarks.
            pub fn names() -> Vec<&'static str> {
                let all = || [$($theme::CHECKS),*].into_iter().flatten();
                let of = |gravity| all().filter(move |own| own.1 == gravity).map(|own| own.0);
                of(Gravity::Fault).chain(of(Gravity::Remark)).collect()
            }

            /// A problem of this name, to be explained before it happens.
            pub fn sample(name: &str) -> Option<Cause> {
                let mut all: Vec<Cause> = Vec::new();
                $(all.extend($theme::samples().into_iter().map(Cause::from));)*
                all.into_iter().find(|cause| cause.name() == name)
            }
        }
    };
}
pub(super) use themes;
