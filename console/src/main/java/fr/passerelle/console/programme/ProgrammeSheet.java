package fr.passerelle.console.programme;

import fr.passerelle.console.map.RegionMap;
import fr.passerelle.envelope.programme.CreditUse;
import fr.passerelle.envelope.programme.WaitingRow;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Enveloppe;
import java.util.List;

/**
 * All that is shown of what credits fund.
 *
 * @param values one column for each value function
 * @param waiting the next to enter first
 * @param excluded by reason
 */
public record ProgrammeSheet(
        Enveloppe envelope,
        ProgrammeTable table,
        ProgrammePicture picture,
        List<CreditUse> credits,
        List<ValeurColumn> values,
        NeedCurve curve,
        List<WaitingRow> waiting,
        List<ExclusionGroup> excluded,
        ProgrammeMap map) {

    /** Of an answer, in the words of a barème, over the land of a run. */
    public static ProgrammeSheet of(Enveloppe envelope, Bareme bareme, RegionMap land) {
        ProgrammeTable table = ProgrammeTable.of(envelope);
        return new ProgrammeSheet(
                envelope,
                table,
                ProgrammePicture.of(table),
                envelope.getUsages().stream().map(CreditUse::of).toList(),
                ValeurColumn.of(envelope, bareme),
                NeedCurve.of(envelope.getCourbe()),
                WaitingRow.of(envelope),
                ExclusionGroup.of(envelope),
                ProgrammeMap.of(land, envelope));
    }

    /** Of those that wait for an opening, those whose study it funds. */
    public long waitingWithStudy() {
        return WaitingRow.withStudy(waiting);
    }

    /** What the columns of {@link #values} count, in order. */
    public List<Critere> criteria() {
        return List.of(Critere.values());
    }
}
