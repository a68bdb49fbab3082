package fr.passerelle.console.programme;

import fr.passerelle.console.map.RegionMap;
import fr.passerelle.envelope.programme.CreditUse;
import fr.passerelle.envelope.programme.WaitingRow;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.UsageCredit;
import java.math.BigDecimal;
import java.util.List;

/**
 * All that is shown of what credits fund.
 *
 * @param meaning what its value function means, in the words of the barème; empty where it has no value functions
 * @param waiting the next to enter first
 * @param excluded by reason
 */
public record ProgrammeSheet(
        Enveloppe envelope,
        ProgrammeTable table,
        ProgrammePicture picture,
        List<CreditUse> credits,
        String meaning,
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
                bareme.programmation()
                        .map(rules -> rules.valeur(envelope.getValeur()).text())
                        .orElse(""),
                WaitingRow.of(envelope),
                ExclusionGroup.of(envelope),
                ProgrammeMap.of(land, envelope));
    }

    /** Of those that wait for an opening, those whose study it funds. */
    public long waitingWithStudy() {
        return WaitingRow.withStudy(waiting);
    }

    /** Credits of all years and lines, euros. */
    public BigDecimal voted() {
        return envelope.getUsages().stream().map(UsageCredit::getVoted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
