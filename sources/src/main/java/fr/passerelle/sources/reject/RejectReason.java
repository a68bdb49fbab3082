package fr.passerelle.sources.reject;

/** Why a row is refused: the stable codes of the rejects. */
public enum RejectReason {
    /** Too few or too many cells. */
    COLONNES,
    /** Text follows a closing quote, or a quote stands in a cell that has none around it. */
    GUILLEMETS,
    /** Quotes are not closed at the end of their line, in a column that is not said to have several. */
    GUILLEMETS_SUR_PLUSIEURS_LIGNES,
    /** Bytes that mean nothing in the charset of the file. */
    OCTETS,
    /** A cell holds the character NUL. */
    CARACTERE_NUL,
    /** A cell is longer than any text here may be. */
    TROP_LONG,
    /** A formula gave an error, or no value. */
    FORMULE,
    /** A cell of a workbook holds a value that cannot be read. */
    CELLULE,
    /** A required cell is empty. */
    OBLIGATOIRE,
    /** Not a whole number within bounds. */
    ENTIER,
    /** Not a decimal number within bounds. */
    NOMBRE,
    /** Not a day, or one out of bounds. */
    DATE,
    /** Neither of the two words. */
    OUI_NON,
    /** None of the values that the schema lists. */
    VALEUR,
    /** A text of the wrong form or length. */
    FORMAT,
    /** The own name of a place looks like a person. */
    NOM_PERSONNE,
    /** An id looks like a person: a name, a telephone or a social security number. */
    IDENTIFIANT_PERSONNE,
    /** The coordinates are not those of a place in metropolitan France, where the commune is. */
    HORS_DE_FRANCE,
    /** A corrected row still holds a cell that was blotted out. */
    MASQUE,
    /** A corrected row was taken before, and what it said then was replaced or is about something else. */
    DEJA_REPRIS,
    /** The same id twice in one file, or the same period of a room and activity told again. */
    DOUBLON,
    /** A period of a room and activity, or what was asked for, told again with other counts. */
    DOUBLON_CONTRADICTOIRE,
    /** The id is that of a line of another room: two registers are numbered alike. */
    IDENTIFIANT_AILLEURS,
    /** The month of the room has more lines than a record of the log can hold. */
    MOIS_TROP_GROS,
    /** No such commune, or more than one. */
    COMMUNE_INCONNUE,
    /** A former code that the facts attach to several communes. */
    COMMUNE_CONTRADICTOIRE,
    /** The commune is not of the EPCI that the row is about. */
    COMMUNE_AILLEURS,
    /** No such room in the inventory. */
    SALLE_INCONNUE,
    /** Another row gives another fiche action to the same intercommunalité. */
    FICHE_CONTRADICTOIRE,
    /** No such intercommunalité. */
    EPCI_INCONNU,
    /** The period ends before it begins. */
    PERIODE_INVERSEE,
    /** The period ends after the month of the night, and nobody declared forecasts. */
    PERIODE_FUTURE,
    /** The period is not as long as its grain says. */
    GRAIN,
    /** Distinct people counted over something else than a year. */
    PERSONNES_DISTINCTES,
    /** Counts in a period in which the room was closed. */
    FERME,
    /** The room closes before it opens. */
    DATES_INVERSEES,
    /** The period overlaps another one and neither contains the other. */
    CHEVAUCHEMENT,
    /** Zeros are declared for months without a row, and refused rows do not say which months they are of. */
    COUVERTURE
}
