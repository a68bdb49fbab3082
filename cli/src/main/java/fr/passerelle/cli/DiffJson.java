package fr.passerelle.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fr.passerelle.published.difference.Diff;
import fr.passerelle.published.difference.EpciDiff;
import fr.passerelle.published.difference.EuroLine;
import fr.passerelle.published.difference.ThingDiff;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.TotauxExecution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison for machines: stable codes, amounts as plain numbers.
 *
 * @param sameConclusion rooms and EPCIs whose values differ and of which the same is proposed
 */
record DiffJson(
        String replay,
        String manifestHash,
        String baseRun,
        boolean demonstration,
        boolean illustration,
        String reason,
        @JsonIgnoreProperties("region") Replay.Scope scope,
        Side before,
        Side after,
        TotauxExecution totalsBefore,
        TotauxExecution totalsAfter,
        List<EuroLine> euros,
        int unchanged,
        long sameConclusion,
        List<Epci> epcis) {

    /** What is compared with what. */
    record Side(
            String bareme,
            String baremeHash,
            @Nullable String asOf,
            @Nullable String resultHash) {

        static Side of(Bareme bareme, @Nullable String asOf, @Nullable String resultHash) {
            return new Side(bareme.id(), bareme.sha256(), asOf, resultHash);
        }
    }

    /** One EPCI. */
    record Epci(
            String epci,
            String name,
            List<ThingDiff> changes,
            List<EuroLine> euros,
            List<Ecart> gaps,
            List<DecisionJson> decisions) {

        static Epci of(EpciDiff epci) {
            return new Epci(
                    epci.epci(),
                    epci.name(),
                    epci.things(),
                    epci.euros(),
                    epci.gaps(),
                    epci.decisions().stream().map(DecisionJson::of).toList());
        }
    }

    static DiffJson of(Diff diff) {
        Replay replay = diff.replay();
        return new DiffJson(
                replay.id(),
                replay.manifestHash(),
                diff.base().id(),
                diff.base().demonstration(),
                diff.isIllustration(),
                replay.reason(),
                replay.scope(),
                Side.of(diff.before(), diff.base().asOf(), diff.base().resultHash()),
                Side.of(diff.after(), replay.asOf(), replay.resultHash()),
                diff.totalsBefore(),
                diff.totalsAfter(),
                diff.euros(),
                diff.unchanged(),
                diff.changes().same(),
                diff.epcis().stream().map(Epci::of).toList());
    }
}
