package fr.passerelle.rules.financing;

import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Intercommunalite;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The region's aid to one EPCI under a règlement d'intervention (RULES 5), euros to the cent. Amounts are before or after VAT, as the
 * règlement says: the arithmetic is the same and nothing is converted.
 */
public final class Financing {

    private final Reglement reglement;
    private final Told told;
    private final Lines lines;

    /** @param line what the EPCI told; null where it told nothing */
    public Financing(Reglement reglement, @Nullable Intercommunalite line) {
        this.reglement = reglement;
        this.told = new Told(line);
        this.lines = new Lines(reglement, told);
    }

    /**
     * The five lines, in order. The study is aided whatever is proposed, unless it is refused. Investment and running come with a tiers lieu
     * that is proposed: an EPCI that has one already gets neither.
     */
    public List<AidLine> lines(boolean tiersLieuProposed) {
        return Arrays.stream(AidLineName.values())
                .map(lines::line)
                .map(line -> line.name() == AidLineName.ETUDE ? etude(line) : ofTheTiersLieu(line, tiersLieuProposed))
                .toList();
    }

    /** The most that the scheme can give an EPCI, euros: totalled apart, never a budget. */
    public BigDecimal theoreticalCeiling() {
        return Cents.sum(Arrays.stream(AidLineName.values())
                .map(name -> lines.line(name).rule().most())
                .toList());
    }

    /** Cost of running in year 4, euros, that nobody aids; null where unknown, or where no tiers lieu is proposed. */
    public @Nullable BigDecimal yearFourCost(boolean tiersLieuProposed) {
        return tiersLieuProposed ? told.amount(Intercommunalite::getCostAnimation4) : null;
    }

    /**
     * What is paid on a line: the aid to the actual cost, never above what was notified.
     *
     * @param actualCost euros, from 0
     * @param notified aid that was notified, euros, from 0
     */
    public BigDecimal paid(AidLineName line, BigDecimal actualCost, BigDecimal notified) {
        return lines.line(line).paid(Cents.of(actualCost), notified);
    }

    private AidLine etude(Line line) {
        return told.etudeIs(EtudeState.REFUSEE) ? line.notCarriedOut(Decision.REFUSEE) : line.aided();
    }

    private AidLine ofTheTiersLieu(Line line, boolean proposed) {
        if (!proposed) {
            return line.notCarriedOut(Decision.SANS_TIERS_LIEU);
        }
        return reglement.etudePrealable() && !told.etudeIs(EtudeState.RENDUE)
                ? line.unaided(Decision.ETUDE_PREALABLE)
                : line.aided();
    }
}
