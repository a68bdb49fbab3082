package fr.passerelle.rules.conversion;

/** What a function asks of a place. The names are the stable codes of the log. */
enum Condition {
    SURFACE,
    DEBIT,
    ACCORD_PROPRIETAIRE,
    ACCES_PLAIN_PIED,
    ESPACE_CLOS,
    ESPACE_VENTILE,
    ANIMATEUR
}
