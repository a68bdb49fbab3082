package fr.passerelle.envelope.solver;

import com.google.ortools.sat.Literal;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.rule.Programme;
import fr.passerelle.schemas.event.Financement;
import java.util.List;

/** An EPCI that waits: for its opening where one may be chosen, else for its study. */
record WaitingEpci(EpciChoices epci) {

    String siren() {
        return epci.siren();
    }

    Financement financement() {
        return epci.mayOpen() ? Financement.OUVERTURE : Financement.ETUDE;
    }

    /** Whether an option is what it waits for. */
    boolean enters(FundingOption option) {
        return option.financement() == financement();
    }

    /** Whether it no longer waits. */
    boolean enters(Programme programme) {
        return enters(programme.of(epci));
    }

    /** It is forced in. */
    void force(ChoiceModel model) {
        model.model().addBoolOr(entries(model).toArray(Literal[]::new));
    }

    /** What lets it in, of the options that it has there. */
    List<Literal> entries(ChoiceModel model) {
        return model.envelope().epcis().stream()
                .filter(each -> each.siren().equals(siren()))
                .flatMap(each -> model.takes(each, this::enters).stream())
                .toList();
    }
}
