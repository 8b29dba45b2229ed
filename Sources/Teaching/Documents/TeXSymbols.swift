/// The signs that TeX has words for, as far as lessons need them.
enum TeXSymbols {
  /// A sign by its word.
  static let all: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ",
    "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "infty": "∞", "ell": "ℓ", "int": "∫",
    "cdot": "·", "times": "×", "odot": "⊙", "pm": "±", "div": "÷", "ast": "∗", "circ": "∘",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "equiv": "≡",
    "sim": "~", "propto": "∝", "ll": "≪", "gg": "≫", "in": "∈", "notin": "∉", "subset": "⊂",
    "to": "→", "rightarrow": "→", "leftarrow": "←", "gets": "←", "mapsto": "↦", "Rightarrow": "⇒",
    "leftrightarrow": "↔", "iff": "⇔", "forall": "∀", "exists": "∃", "ldots": "…", "dots": "…",
    "cdots": "⋯", "vdots": "⋮", "top": "ᵀ", "mid": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖",
    "lvert": "|", "rvert": "|", "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋",
    "prime": "′", "star": "⋆", "wedge": "∧", "vee": "∨", "neg": "¬", "oplus": "⊕", "otimes": "⊗",
  ]

  /// Signs with a space on either side.
  static let spaced: Set = [
    "·", "×", "⊙", "±", "÷", "≤", "≥", "≠", "≈", "≡", "∝", "≪", "≫", "∈", "∉", "⊂", "→", "←", "↦",
    "⇒",
    "↔", "⇔", "~",
  ]

  /// Commands whose sign belongs to what follows it: no space stands between them.
  static let prefixes: Set = [
    "partial", "nabla", "Delta", "neg", "forall", "exists", "langle", "lfloor", "lVert", "lvert",
  ]

  /// Marks above a letter.
  static let accents = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}",
    "tilde": "\u{303}", "dot": "\u{307}", "vec": "\u{20D7}",
  ]

  /// Raised signs.
  static let raised: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹",
    "+": "⁺", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "n": "ⁿ", "i": "ⁱ", "k": "ᵏ", "t": "ᵗ",
    "T": "ᵀ",
    "′": "′", "ᵀ": "ᵀ",
  ]

  /// Lowered signs.
  static let lowered: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈",
    "9": "₉",
    "+": "₊", "−": "₋", "=": "₌", "(": "₍", ")": "₎", "i": "ᵢ", "j": "ⱼ", "k": "ₖ", "n": "ₙ",
    "m": "ₘ",
    "t": "ₜ", "x": "ₓ",
  ]
}
