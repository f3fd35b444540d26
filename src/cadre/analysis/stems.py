"""Words of a text brought to a common form, so that plurals and families of words meet.

A light stemmer for each language, after Harman's S-stemmer (1991) and Savoy's light French one
(2006), with the commonest derived endings: enough to tell that two short texts speak of one thing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cadre.core.text import Language, folded

_WORD: Final = re.compile(r"[^\W_]+")
# What an apostrophe or a hyphen ties to a word without being one: group's, d'un, co-creation.
_ELIDED: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(r"'s\b"),
    "fr": re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'"),
}
_SHORTEST: Final = 4
_PREFIX: Final = re.compile(r"\b([^\W\d_]{2,3})-(?=[^\W\d_])")

# Words that tell nothing of what a text is about: grammar, the verbs and nouns that any piece of
# public work is described with, and the adjectives that say only how far it reaches.
_STOPPED: Final[dict[Language, frozenset[str]]] = {
    "en": frozenset(
        """
        a about across all also among an and any are as at be been being between both but by can
        could each for from further given had has have how if in into is it its itself may more
        most must no nor not of off on one only or other others our out over own part parts per
        said same should since so some such than that the their them then there these they this
        those through to too two under up upon us use used uses using via was way ways we well
        were what when where which while who whom whose why will with within without would yet
        able act acts add adds aim aims allow allows apply applies approach approaches ask asks
        assess build builds bring brings carry carries common create creates deal deals define
        defines deliver delivers describe determine develop develops development do does done draw
        draws effort efforts enable enables ensure ensures establish establishes examine exist
        existing field fields find finds focus focuses follow form general get give gives group
        groups help helps identify identifies implement implements improve improves include
        includes including key keep keeps lead leads look looks make makes making new number offer
        offers order organise plan plans possible prepare prepares present produce produces
        promote promotes propose proposes provide provides provided put puts set sets several share
        shares show shows start starts stage study studies support supports take takes team teams
        thing things think touch touches toward towards try turn undertake work works working
        canada canadian pancanadian national federal provincial territorial municipal
        intergovernmental interjurisdictional regional local
        """.split()  # noqa: SIM905 -- a list of two hundred quoted words would be unreadable
    ),
    "fr": frozenset(
        """
        a afin ainsi alors apres au aucun aucune aussi autre autres aux avant avec avoir bien ce
        cela celle celles celui ces cet cette ceux chacun chacune chaque comme comment concernant
        d dans de dela depuis des deux donc dont du elle elles en encore entre est et etaient ete
        etre eux il ils j l la le les leur leurs lui m mais meme memes moins n ne ni non nos notre
        nous on ont or ou par parmi pas pendant peu peut plus plusieurs pour propre propres qu
        quand que quel quelle quelles quels qui quoi s sa sans se selon ses si soit son sont sous
        sur ta tel telle telles tels tous tout toute toutes tres un une vers via vos votre vous y
        accroitre aider aident ameliorer appliquer apporter appui appuie appuient appuyer assurer
        atteindre augmenter autour avoir but cerner chercher commun commune communs communes
        consiste consister contribuer creer creation decrire definir determiner developpement
        developper diriger disposer domaine domaines donner effectuer effort efforts elabore
        elaboration elaborer ensemble etablir etablissement etudier examiner existant existants
        faciliter faire fait favoriser forme fournir generale groupe groupes identifier inclure
        integrer jouer lancer maniere mener met mettre mise moyen nombre nouveau nouveaux
        nouvelle nouvelles offrir organiser permet permettre place planifier point
        possible possibles precise precisent preciser prendre preparer present presenter produire
        projet projets promotion promouvoir proposer relatif relative relatifs relatives realiser
        rendre repondre servir soutenir soutien suivre tenir travail travaille travaillent
        travailler travaux trouver usage utilisation utiliser viser
        canada canadien canadiens canadienne canadiennes pancanadien pancanadiens pancanadienne
        pancanadiennes national nationale nationaux nationales federal federale federaux federales
        provincial provinciale provinciaux provinciales territorial territoriale territoriaux
        territoriales municipal municipale municipaux municipales intergouvernemental
        intergouvernementale intergouvernementaux intergouvernementales regional regionale
        regionaux regionales local locale locaux locales
        """.split()  # noqa: SIM905 -- as above
    ),
}

# Endings that go, longest first; the second word is what stands in their place.
_ENDINGS: Final[dict[Language, tuple[tuple[str, str], ...]]] = {
    "en": (
        ("isations", ""),
        ("izations", ""),
        ("isation", ""),
        ("ization", ""),
        ("ations", ""),
        ("ation", ""),
        ("ities", ""),
        ("ements", ""),
        ("ement", ""),
        ("ments", ""),
        ("nesses", ""),
        ("ings", ""),
        ("ions", ""),
        ("ment", ""),
        ("ness", ""),
        ("ised", ""),
        ("ises", ""),
        ("ized", ""),
        ("izes", ""),
        ("ing", ""),
        ("ion", ""),
        ("ity", ""),
        ("ies", ""),
        ("ise", ""),
        ("ize", ""),
        ("ers", ""),
        ("ors", ""),
        ("als", ""),
        ("ic", ""),
        ("al", ""),
        ("ed", ""),
        ("er", ""),
        ("or", ""),
        ("es", ""),
        ("ly", ""),
        ("s", ""),
        ("e", ""),
        ("y", ""),
    ),
    "fr": (
        ("isations", ""),
        ("isation", ""),
        ("issements", ""),
        ("issement", ""),
        ("ations", ""),
        ("ateurs", ""),
        ("atrices", ""),
        ("ation", ""),
        ("ateur", ""),
        ("atrice", ""),
        ("ements", ""),
        ("ement", ""),
        ("ments", ""),
        ("ions", ""),
        ("elles", "el"),
        ("ences", ""),
        ("ances", ""),
        ("iques", ""),
        ("ites", ""),
        ("eurs", ""),
        ("euses", ""),
        ("ment", ""),
        ("elle", "el"),
        ("ence", ""),
        ("ance", ""),
        ("ique", ""),
        ("iser", ""),
        ("aux", "al"),
        ("ales", "al"),
        ("ale", "al"),
        ("ion", ""),
        ("ite", ""),
        ("eur", ""),
        ("euse", ""),
        ("ees", ""),
        ("ants", ""),
        ("ant", ""),
        ("ent", ""),
        ("ee", ""),
        ("er", ""),
        ("es", ""),
        ("ir", ""),
        ("s", ""),
        ("x", ""),
        ("e", ""),
    ),
}


def words(text: str, language: Language) -> list[str]:
    """The words of a text in small letters, without what is elided before or after them."""
    plain = _ELIDED[language].sub(" ", text.lower().replace("’", "'"))
    return _WORD.findall(_PREFIX.sub(r"\1", plain))


@lru_cache(maxsize=10_000)
def stems(text: str, language: Language) -> tuple[tuple[str, str], ...]:
    """The words of a text that tell something, each as its stem and as it stands."""
    found = ((stem_of(word, language), word) for word in words(text, language))
    return tuple((stem, word) for stem, word in found if stem)


@lru_cache(maxsize=20_000)
def stem_of(word: str, language: Language) -> str:
    """The stem of a word, without accents; empty for a word that tells nothing."""
    plain = folded(word)
    if plain in _STOPPED[language]:
        return ""
    for ending, instead in _ENDINGS[language]:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain[: len(plain) - len(ending)] + instead
    return plain
