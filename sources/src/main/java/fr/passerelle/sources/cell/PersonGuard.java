package fr.passerelle.sources.cell;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.person.PersonIds;
import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.ObservedZero;
import fr.passerelle.sources.reject.RejectReason;
import java.util.regex.Pattern;

/** What a column does not take since it is somebody: the own name and the id of a place, or of a line, is refused rather than altered. */
enum PersonGuard {
    /** Any text: what it says of somebody is blotted out. */
    NONE(RejectReason.FORMAT, "") {
        @Override
        boolean refuses(String cell) {
            return false;
        }
    },
    /** Name of a place; one may hide behind broken accents. */
    NAME(
            RejectReason.NOM_PERSONNE,
            "ce nom semble désigner quelqu'un (courriel, téléphone, numéro, civilité suivie d'un nom) ; écrivez celui"
                    + " du lieu, sans civilité ni coordonnées") {
        @Override
        boolean refuses(String cell) {
            return PersonMask.hides(LostAccents.mended(cell));
        }
    },
    /** What a group asked for, and where: nobody's name is of use, be it without a title. */
    DEMANDE(
            RejectReason.NOM_PERSONNE,
            "ce texte semble désigner quelqu'un (nom, courriel, téléphone, numéro) ; écrivez ce qui est demandé, ou où"
                    + " cela a été recueilli, sans dire par qui") {
        @Override
        boolean refuses(String cell) {
            return NAME.refuses(cell)
                    || PersonIds.isSomebody(cell)
                    || PARTS.splitAsStream(LostAccents.mended(cell)).anyMatch(PersonColumns::byCell);
        }
    },
    /** Id of a line of a register. */
    LINE(
            RejectReason.IDENTIFIANT_PERSONNE,
            "cet identifiant semble être celui de quelqu'un (nom, téléphone, numéro de sécurité sociale) ; donnez un"
                    + " numéro de ligne, ou n'utilisez pas cette colonne") {
        @Override
        boolean refuses(String cell) {
            return !ObservedZero.isId(cell) && (PersonIds.isSomebody(cell) || PersonIds.isName(cell));
        }
    },
    /** Id of a place: places bear the names of people of old. */
    PLACE(
            RejectReason.IDENTIFIANT_PERSONNE,
            "cet identifiant a la forme d'un téléphone, d'un numéro de sécurité sociale ou d'un nom après une civilité"
                    + " ; donnez celui du lieu") {
        @Override
        boolean refuses(String cell) {
            return PersonIds.isSomebody(cell);
        }
    };

    private static final Pattern PARTS = Pattern.compile("[,;:()/]");

    private final RejectReason reason;
    private final String advice;

    PersonGuard(RejectReason reason, String advice) {
        this.reason = reason;
        this.advice = advice;
    }

    static PersonGuard of(Field field) {
        return switch (field.name()) {
            case "nom" -> NAME;
            case "objet", "source" -> DEMANDE;
            case "id_releve" -> LINE;
            case "id_salle", "id_site" -> PLACE;
            default -> NONE;
        };
    }

    /** Whether a cell is somebody. */
    abstract boolean refuses(String cell);

    RejectReason reason() {
        return reason;
    }

    /** The same for the user, in French, without the cell, to follow the name of the column. */
    String advice() {
        return advice;
    }
}
