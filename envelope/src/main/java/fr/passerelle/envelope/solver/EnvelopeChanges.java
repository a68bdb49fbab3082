package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.BudgetCell;
import fr.passerelle.envelope.rule.Credit;
import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.EquityRow;
import fr.passerelle.envelope.rule.FundingOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The same envelope with something changed, to be solved again. */
record EnvelopeChanges(Envelope envelope) {

    private static final int WHOLE = 1_000;

    /** Without one of its rows of equity. */
    Envelope without(EquityRow row) {
        Credits credits = envelope.credits();
        return envelope.with(new Credits(
                credits.byCell(),
                credits.equity().stream().filter(Predicate.not(row::equals)).toList()));
    }

    /** As if a row of the credits had no limit: with all that anything could cost on top of it. */
    Envelope without(BudgetCell cell) {
        long all = envelope.epcis().stream()
                .flatMap(epci -> epci.options().stream())
                .flatMap(option -> option.cents().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return credits(credit -> credit.cell().equals(cell) ? voted(credit, credit.voted() + all) : credit);
    }

    /** With half of each row of the credits, to the cent below; what is promised of it stands as far as it goes. */
    Envelope half() {
        return credits(credit -> voted(credit, credit.voted() / 2));
    }

    /** Where an EPCI gives up so many thousandths of its aid, to the cent below. */
    Envelope cheaper(EpciChoices epci, int perMille) {
        return options(
                epci,
                epci.options().stream().map(option -> cheaper(option, perMille)).toList());
    }

    static FundingOption cheaper(FundingOption option, int perMille) {
        SortedMap<BudgetCell, Long> cents = new TreeMap<>();
        option.cents().forEach((cell, part) -> cents.put(cell, part * (WHOLE - perMille) / WHOLE));
        cents.values().removeIf(part -> part == 0);
        return new FundingOption(option.financement(), option.year(), option.opening(), cents, option.values());
    }

    /** Where an EPCI has other options. */
    Envelope options(EpciChoices epci, List<FundingOption> options) {
        EpciChoices changed = new EpciChoices(
                epci.siren(),
                epci.name(),
                epci.departement(),
                epci.besoin(),
                epci.siege(),
                options,
                epci.engaged(),
                epci.excluded());
        return new Envelope(
                envelope.credits(),
                envelope.valeur(),
                envelope.epcis().stream()
                        .map(each -> each.siren().equals(epci.siren()) ? changed : each)
                        .toList());
    }

    private Envelope credits(UnaryOperator<Credit> change) {
        Credits credits = envelope.credits();
        return envelope.with(
                Credits.of(credits.byCell().values().stream().map(change).toList(), credits.equity()));
    }

    private static Credit voted(Credit credit, long cents) {
        return new Credit(credit.cell(), cents, Math.min(credit.promised(), cents), credit.carriesOver());
    }
}
