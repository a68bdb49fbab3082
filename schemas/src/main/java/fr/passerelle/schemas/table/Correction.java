package fr.passerelle.schemas.table;

/** What was done to a cell that was not of the canonical form: the stable codes of the corrections. */
public enum Correction {
    /** An INSEE code has its lost zero again: {@code 2168}, {@code 5419.0}. */
    ZERO_RESTITUE,
    /** A decimal comma became a point, or zeros that say nothing were left out: {@code 1,5}, {@code 5.0}. */
    DECIMALE,
    /** Spaces, or what parts thousands, were taken out: {@code 1 234}, {@code 1'234}, {@code 1.234.567}. */
    ESPACES,
    /** A plus sign was taken out. */
    SIGNE,
    /** The column's own unit was taken out: {@code 45 m²}. */
    UNITE,
    /** Hours and minutes became hours: {@code 12h30}. */
    DUREE,
    /** Day, month, year, where the day cannot be a month: {@code 25/12/2017}. */
    DATE_FRANCAISE,
    /** Year, month, day, not quite as it should be written: {@code 2017/3/4}. */
    DATE_COMPLETEE,
    /** The name of a month became its number: {@code 3 mars 2017}. */
    MOIS_EN_LETTRES,
    /** Midnight was taken off a day: {@code 2017-03-04T00:00}. */
    MINUIT,
    /** A word of the schema in another case, with or without accents: {@code Fermé}. */
    ACCENTS_CASSE,
    /** Another word for a word of the schema: {@code O} for {@code oui}. */
    SYNONYME,
    /** An activity that the vocabulary does not know became another one: its words are kept nowhere. */
    ACTIVITE_AUTRE,
    /** An object of a request that the vocabulary does not know became another one: its words stay with the corrections. */
    OBJET_AUTRE,
    /** A list cut by something else than it should be. */
    LISTE,
    /** A word that says that there is nothing: {@code n.c.}. */
    VIDE,
    /** What cannot be read was left out, as the mapping says: {@code sinon: inconnu}. */
    INCONNU,
    /** Opening hours became hours a week. */
    HORAIRES,
    /** Latitude and longitude stood in each other's place. */
    COORDONNEES_INVERSEES,
    /** Metres of Lambert-93 became degrees. */
    LAMBERT_93,
    /** The line, known by its id in a declared register, went from one room to another. */
    SALLE_CHANGEE,
    /** A line does not come to what the finer lines of its period add up to: these count, and it is taken as it is. */
    CONTROLE_INEGAL,
    /** The code of a former commune became that of today. */
    ANCIENNE_COMMUNE,
    /** An e-mail address, a number or a title with a name was blotted out of a free text. */
    PERSONNE_MASQUEE,
    /** A free text in UTF-8 that was once read as windows-1252 has its accents again: {@code MÃ©diathÃ¨que}. */
    MOJIBAKE,
    /** A free text has lost characters for good (U+FFFD): taken as it is. */
    CARACTERE_PERDU
}
