package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.UsageCredit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An answer as it is recorded: what is chosen for each EPCI, with what was notified to it, and what that makes of the credits. */
record ProgrammeAnswer(Envelope envelope, Programme programme) {

    private static final Comparator<UsageCredit> ORDER =
            Comparator.comparingInt(UsageCredit::getYear).thenComparing(UsageCredit::getLine);

    /** By SIREN. */
    List<ChoixEpci> choices() {
        return envelope.epcis().stream().map(this::choice).toList();
    }

    private ChoixEpci choice(EpciChoices epci) {
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
                .map(cell -> new Depense(cell.getKey().year(), cell.getKey().line(), Credits.euros(cell.getValue())))
                .toList();
    }

    /** Each line of each year of the credits, and of those after in which it spends, by year then line. */
    List<UsageCredit> usages() {
        return Stream.of(LigneCredit.values())
                .flatMap(line -> usages(line).stream())
                .sorted(ORDER)
                .toList();
    }

    private List<UsageCredit> usages(LigneCredit line) {
        List<UsageCredit> usages = new ArrayList<>();
        long carried = 0;
        for (int year : IntStream.rangeClosed(envelope.credits().years().first(), lastYear())
                .toArray()) {
            BudgetCell cell = new BudgetCell(year, line);
            Credit credit = envelope.credits().credit(cell);
            long committed = spent(cell, EpciChoices::engaged);
            long funded = spent(cell, programme::of);
            long left = credit.available() + carried - committed - funded;
            usages.add(new UsageCredit(
                    year,
                    line,
                    Credits.euros(credit.voted()),
                    Credits.euros(credit.promised()),
                    Credits.euros(carried),
                    Credits.euros(committed),
                    Credits.euros(funded),
                    Credits.euros(left),
                    credit.carriesOver()));
            carried = credit.carriesOver() ? left : 0;
        }
        return usages;
    }

    private int lastYear() {
        return envelope.epcis().stream()
                .flatMap(epci -> Stream.of(epci.engaged(), programme.of(epci)))
                .flatMap(option -> option.cents().keySet().stream())
                .mapToInt(BudgetCell::year)
                .reduce(envelope.credits().years().last(), Math::max);
    }

    private long spent(BudgetCell cell, Function<EpciChoices, FundingOption> what) {
        return envelope.epcis().stream()
                .mapToLong(epci -> what.apply(epci).cents().getOrDefault(cell, 0L))
                .sum();
    }
}
