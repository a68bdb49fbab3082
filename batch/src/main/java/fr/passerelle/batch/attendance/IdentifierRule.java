package fr.passerelle.batch.attendance;

import fr.passerelle.batch.source.Row;
import fr.passerelle.batch.source.reject.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an id may say of a line. In the region's own register it stays with its room, since a second register that is
 * numbered from 1 would otherwise take the place of the first; in a register that a mapping names it may move. A line
 * that another register knows by the same id, for the same room, period and activity, is most often of a register
 * that was named, or is named no more, and would be counted twice.
 */
final class IdentifierRule {

    private final RegisterNames names;
    private final Straddling straddling;

    /** @param straddling knows which values are about to lose the import that said them: those bind nobody */
    IdentifierRule(RegisterNames names, Straddling straddling) {
        this.names = names;
        this.straddling = straddling;
    }

    /**
     * Keys that the id of a row has in the other registers: they have to be known before the row is judged.
     *
     * @param register of the row; empty for the region's own
     */
    List<String> otherKeys(Row row, String register) {
        String id = Columns.id(row);
        return id.isEmpty() || row.line() == 0 ? List.of() : names.others(register, id);
    }

    /**
     * What its id alone refuses of a row.
     *
     * @param register of the row; empty for the region's own
     * @param known what is known by key
     */
    PeriodRule.@Nullable Breach breach(Row row, String register, Attendance now, Map<String, Attendance> known) {
        Attendance before = known.get(now.key());
        if (before != null) {
            return register.isEmpty() && stays(before) ? elsewhere(now, before) : null;
        }
        return otherKeys(row, register).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(this::stays)
                .map(other -> twice(now, other))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether a value is not about to lose the import that said it. */
    boolean stays(Attendance value) {
        return !straddling.losesItsImport(value);
    }

    /** Of a row of the region's own register, and what is known under its id. */
    private static PeriodRule.@Nullable Breach elsewhere(Attendance now, Attendance known) {
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
    private static PeriodRule.@Nullable Breach twice(Attendance now, Attendance other) {
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
