package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.rule.Programme;
import fr.passerelle.envelope.solver.ExactSearch.End;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import java.util.TreeMap;

/** The least share of its own aid that an EPCI has to give up to enter: the share is halved until one less is proven not to be enough. */
record CostLever(ExactSearch search, Envelope envelope, WaitingEpci waiting, NoLoss noLoss) {

    private static final int WHOLE = 1_000;

    LevierEssaye lever() {
        int enough = WHOLE + 1;
        int lacking = -1;
        for (int next = WHOLE; lacking + 1 < enough; next = (lacking + enough) / 2) {
            if (search.any(Choosing.under(cheaper(next)).and(waiting::force).and(noLoss))
                    instanceof End.Answer answer) {
                enough = least(answer.programme(), next, lacking);
            } else {
                lacking = next;
            }
        }
        boolean enters = enough <= WHOLE;
        return new LevierEssaye(LevierPropre.COUT, enters ? enough : null, enters, false);
    }

    /** The least share, above one that is lacking, for which the others of an answer may stay as they are. */
    private int least(Programme programme, int enough, int lacking) {
        EpciChoices own = waiting.epci();
        int option = cheaper(enough).epcis().stream()
                .filter(epci -> epci.siren().equals(own.siren()))
                .mapToInt(epci -> epci.options().indexOf(programme.of(epci)))
                .findFirst()
                .orElseThrow();
        int share = enough;
        while (share - 1 > lacking && holds(programme, own.options().get(option), share - 1)) {
            share--;
        }
        return share;
    }

    private boolean holds(Programme programme, FundingOption option, int share) {
        TreeMap<String, FundingOption> chosen = new TreeMap<>(programme.bySiren());
        chosen.put(waiting.siren(), EnvelopeChanges.cheaper(option, share));
        return Certificate.of(cheaper(share), new Programme(chosen)).holds();
    }

    private Envelope cheaper(int share) {
        return new EnvelopeChanges(envelope).cheaper(waiting.epci(), share);
    }
}
