package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.reject.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What an id may say of a line. In the region's own register it stays with its room, since a second register that is
 * numbered from 1 would otherwise take the place of the first; in a register that a mapping names it may move. A line
 * that another register knows by the same id, for the same room, period and activity, is most often of a register
 * that was named, or is named no more, and would be counted twice.
 */
final class IdentifierRule {

    private IdentifierRule() {}

    /** Of a row of the region's own register, and what is known under its id. */
    static PeriodRule.@Nullable Breach elsewhere(Attendance now, Attendance known) {
        return known.room().equals(now.room())
                ? null
                : new PeriodRule.Breach(
                        "id_releve",
                        Reason.IDENTIFIANT_AILLEURS,
                        "Cet identifiant de relevé est déjà celui d'une ligne d'une autre salle : deux registres sont"
                            + " sans doute numérotés de même. Nommez celui de ce fichier dans son mapping (« registre:"
                            + " NOM ») ; si la ligne a vraiment changé de salle, redonnez le fichier à la place de"
                            + " l'ancien (« --replaces »).");
    }

    /** Of a row that is new in its register, and what another knows under the same id. */
    static PeriodRule.@Nullable Breach twice(Attendance now, Attendance other) {
        return other.room().equals(now.room()) && other.samePeriod(now)
                ? new PeriodRule.Breach(
                        "id_releve",
                        Reason.DOUBLON,
                        "Un autre registre a déjà cette ligne, de même identifiant, salle, période et activité : elle"
                                + " compterait deux fois. Si c'est lui, donnez le fichier à la place de l'ancien"
                                + " (« --replaces »), ou nommez dans son mapping le même registre (« registre: NOM »).")
                : null;
    }
}
