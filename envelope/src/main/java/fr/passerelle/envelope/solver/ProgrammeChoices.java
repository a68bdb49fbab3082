package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.EuroCents;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.envelope.rule.Programme;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import java.util.List;

/** An answer as it is recorded: what is chosen for each EPCI, with what was notified to it. */
record ProgrammeChoices(Envelope envelope, Programme programme) {

    /** By SIREN. */
    List<ChoixEpci> all() {
        return envelope.epcis().stream().map(this::of).toList();
    }

    private ChoixEpci of(EpciChoices epci) {
        FundingOption option = programme.of(epci);
        return new ChoixEpci(
                epci.siren(),
                epci.name(),
                epci.departement(),
                epci.besoin(),
                epci.siege(),
                option.financement(),
                option.isSameAs(FundingOption.NOTHING) ? null : option.year(),
                option.opening(),
                spent(option),
                spent(epci.engaged()),
                epci.engaged().opens(),
                epci.excluded(),
                epci.waits(option));
    }

    private static List<Depense> spent(FundingOption option) {
        return option.cents().entrySet().stream()
                .map(cell -> new Depense(cell.getKey().year(), cell.getKey().line(), EuroCents.euros(cell.getValue())))
                .toList();
    }
}
