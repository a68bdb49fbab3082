package fr.passerelle.envelope.rule;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.CreditWindow;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.schemas.bareme.Programmation.ValeurRule;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What is to be chosen: one option for each EPCI, by SIREN, within the credits, of the greatest value. */
public record Envelope(Credits credits, ValeurRule valeur, List<EpciChoices> epcis) {

    /** An answer: what is chosen for each EPCI of the envelope, one of its options. */
    public record Programme(SortedMap<String, FundingOption> bySiren) {

        /** What is chosen for one. */
        public FundingOption of(EpciChoices epci) {
            return bySiren.getOrDefault(epci.siren(), FundingOption.NOTHING);
        }
    }

    /** The last year in which something could be spent. */
    public int lastYear() {
        int voted = credits.years().last();
        return epcis.stream()
                .flatMap(epci -> Stream.concat(epci.options().stream(), Stream.of(epci.engaged())))
                .flatMap(option -> option.cents().keySet().stream())
                .mapToInt(BudgetCell::year)
                .reduce(voted, Math::max);
    }

    /** Every bound on what is spent. */
    public List<CreditWindow> windows() {
        return credits.windows(lastYear());
    }

    /** Cents of a window that notified aid leaves; below 0 where it exceeds them. */
    public long left(CreditWindow window) {
        return window.limit()
                - epcis.stream().mapToLong(epci -> epci.engaged().spent(window)).sum();
    }

    /** The same choices under other credits. */
    public Envelope with(Credits others) {
        return new Envelope(others, valeur, epcis);
    }

    /** Without one of its rows of equity. */
    public Envelope without(EquityRow row) {
        return with(new Credits(
                credits.byCell(),
                credits.equity().stream().filter(Predicate.not(row::equals)).toList()));
    }

    /** As if a row of the credits had no limit: with all that anything could cost on top of it. */
    public Envelope without(BudgetCell cell) {
        long all = epcis.stream()
                .flatMap(epci -> epci.options().stream())
                .flatMap(option -> option.cents().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return changing(credit -> credit.cell().equals(cell) ? credit.of(credit.voted() + all) : credit);
    }

    /** With half of each row of the credits, to the cent below; what is promised of it stands as far as it goes. */
    public Envelope half() {
        return changing(credit -> credit.of(credit.voted() / 2));
    }

    private Envelope changing(UnaryOperator<Credit> change) {
        return with(Credits.of(credits.byCell().values().stream().map(change).toList(), credits.equity()));
    }

    /** Where an EPCI gives up so many thousandths of its aid, to the cent below. */
    public Envelope cheaper(EpciChoices epci, int perMille) {
        return with(
                epci,
                epci.options().stream().map(option -> option.cheaper(perMille)).toList());
    }

    /** Where an EPCI has other options. */
    public Envelope with(EpciChoices epci, List<FundingOption> options) {
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
                credits,
                valeur,
                epcis.stream()
                        .map(each -> each.siren().equals(epci.siren()) ? changed : each)
                        .toList());
    }
}
