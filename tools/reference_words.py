"""The sentences of `cadre ... --help` in French, for the reference pages, by their English."""

from typing import Final

COMMANDS: Final = {
    # what commands do
    "Prepare the store, load the reference framework into an empty one, and serve the site.": (
        "Prépare la base, y charge le cadre de référence si elle est vide, et sert le site."
    ),
    "List elements: key, type, name, lifecycle, certainty.": (
        "Donne les éléments : clé, type, nom, cycle de vie, certitude."
    ),
    "List links: type, source, target, certainty.": (
        "Donne les liens : type, source, cible, certitude."
    ),
    "Run the rules over one state and print what they find.": (
        "Soumet un état aux règles et donne ce qu’elles trouvent."
    ),
    "Draw a viewpoint on one state of a framework.": (
        "Dessine un point de vue sur un état d’un cadre."
    ),
    "Draw all pictures of a state into one PDF, with contents, bookmarks and tables.": (
        "Dessine toutes les images d’un état dans un seul PDF, avec table des matières, signets et "
        "tableaux."
    ),
    "Print a viewpoint as rows: the same content as its picture.": (
        "Donne un point de vue en lignes : le même contenu que son image."
    ),
    "Say what differs between two states, or between two sources. "
    "Exit code 1 when anything does.": (
        "Dit ce qui diffère entre deux états, ou entre deux sources. Code de sortie 1 s’il y a une "
        "différence."
    ),
    "With two sources and no states, everything is compared: types, settings, current, every "
    "state.": (
        "Avec deux sources et sans état, tout est comparé : types, réglages, état actuel, chaque "
        "état."
    ),
    "Print the canonical digest (SHA-256) of all states, or of one.": (
        "Donne l’empreinte canonique (SHA-256) de tous les états, ou d’un seul."
    ),
    "Write a framework in another format, and say what could not be carried over.": (
        "Écrit un cadre dans un autre format, et dit ce qui n’a pu y passer."
    ),
    "A workbook has its headers and choices in the language of --lang.": (
        "Un classeur a ses en-têtes et ses choix dans la langue de --lang."
    ),
    "With --mapping, SOURCE is a folder of other people's tables; it says what became of their "
    "rows.": (
        "Avec --mapping, SOURCE est un dossier de tableaux d’autrui; la commande dit ce que sont "
        "devenues leurs lignes."
    ),
    "List the rules that `cadre check` runs.": "Donne les règles que `cadre check` applique.",
    "List the viewpoints that `cadre draw` and `cadre table` take, with their options.": (
        "Donne les points de vue que prennent `cadre draw` et `cadre table`, avec leurs options."
    ),
    "List the types of elements and links: of the kernel, or of a SOURCE.": (
        "Donne les types d’éléments et de liens : ceux du noyau, ou ceux d’une SOURCE."
    ),
    "List the formats of files, and whether each is read and written.": (
        "Donne les formats de fichiers, et dit si chacun se lit et s’écrit."
    ),
    # options
    "A state: current, an edition or a scenario.": (
        "Un état : current, une édition ou un scénario."
    ),
    "The day to look from; by default that of the edition, or today for current.": (
        "Le jour d’où l’on regarde; par défaut celui de l’édition, ou aujourd’hui pour current."
    ),
    "Language of what is said.": "Langue de ce qui est dit.",
    "How to print.": "Comment l’écrire.",
    "How to print; xlsx is a workbook.": "Comment l’écrire; xlsx est un classeur.",
    "A file; - is stdout.": "Un fichier; - est la sortie standard.",
    "Say all that is wrong with a faulty file, up to 50 faults.": (
        "Dire tout ce qui ne va pas dans un fichier fautif, jusqu’à 50 fautes."
    ),
    "Only elements of this type.": "Seulement les éléments de ce type.",
    "Only links of this type.": "Seulement les liens de ce type.",
    "Exit with code 1 when there is a finding as bad as this, or worse.": (
        "Sortir avec le code 1 s’il y a un constat de cette gravité, ou pire."
    ),
    "A file ending in .pptx.": "Un fichier terminé par .pptx.",
    "Write the standard briefing on one state as slides to edit.": (
        "Écrire la présentation type d’un état en diapositives à modifier."
    ),
    "A file ending in .pdf.": "Un fichier qui se termine par .pdf.",
    "A file ending in .svg, .pdf, .png or .pptx; - is SVG on stdout.": (
        "Un fichier terminé par .svg, .pdf, .png ou .pptx; - est du SVG sur la sortie standard."
    ),
    "How fine a PNG is: 2 has twice the pixels each way.": (
        "La finesse d’un PNG : 2 a deux fois plus de pixels dans chaque sens."
    ),
    "An option of the viewpoint; see `cadre viewpoints`. May be given several times.": (
        "Une option du point de vue; voir `cadre viewpoints`. Peut être donnée plusieurs fois."
    ),
    "The state to compare from.": "L’état de départ de la comparaison.",
    "The state to compare to.": "L’état d’arrivée de la comparaison.",
    "Only this state; by default all states together.": (
        "Seulement cet état; par défaut, tous les états ensemble."
    ),
    "See `cadre formats`.": "Voir `cadre formats`.",
    "A file or folder; - is stdout.": "Un fichier ou un dossier; - est la sortie standard.",
    "Only this state, which becomes current.": "Seulement cet état, qui devient current.",
    "Read a folder of tables by this mapping, or its file.": (
        "Lire un dossier de tableaux selon cette correspondance, ou son fichier."
    ),
    "Address to listen on.": "Adresse où écouter.",
    "Port to listen on.": "Port où écouter.",
}
