package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.schemas.bareme.Programmation.ValeurRule;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Valeur;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Envelopes that a seed makes, of any size, with amounts to the cent as the financing rules give them. */
final class RandomEnvelope {

    static final List<ValeurRule> VALEURS = List.of(
            rule(Valeur.HABITANTS, Critere.HABITANTS_PONDERES, Critere.MOIS_OUVERTS, Critere.ETUDES),
            rule(Valeur.SCORE, Critere.SCORE, Critere.MOIS_OUVERTS, Critere.ETUDES),
            rule(Valeur.PRECOCITE, Critere.MOIS_OUVERTS, Critere.HABITANTS_PONDERES, Critere.ETUDES));

    private static final int FIRST = 2018;

    private final Random random;
    private final int years;

    private RandomEnvelope(long seed, int years) {
        this.random = new Random(seed);
        this.years = years;
    }

    /** So many EPCIs and years; the credits are a share of what all would cost, in per cent. */
    static Envelope of(long seed, int epcis, int years, int percent, EquityRow... equity) {
        RandomEnvelope made = new RandomEnvelope(seed, years);
        List<EpciChoices> choices =
                IntStream.range(0, epcis).mapToObj(made::epci).toList();
        return new Envelope(
                made.credits(choices, percent, List.of(equity)), VALEURS.get((int) Math.floorMod(seed, 3L)), choices);
    }

    /** The same where its first EPCI, of high need, was notified what it could have first, of credits as much higher, a tenth of which is promised elsewhere. */
    static Envelope engaged(Envelope envelope) {
        EpciChoices first = envelope.epcis().getFirst();
        FundingOption notified = first.options().getFirst();
        List<Credit> credits = envelope.credits().byCell().values().stream()
                .map(credit -> {
                    long voted = (credit.voted() + notified.cents().getOrDefault(credit.cell(), 0L)) * 10 / 9 + 1;
                    return new Credit(credit.cell(), voted, voted / 10, credit.carriesOver());
                })
                .toList();
        List<EpciChoices> choices = new ArrayList<>(envelope.epcis());
        choices.set(0, notified(first, Besoin.ELEVE, notified));
        return new Envelope(Credits.of(credits, envelope.credits().equity()), envelope.valeur(), List.copyOf(choices));
    }

    /** An EPCI that has nothing left to choose beside what it was notified. */
    static EpciChoices notified(EpciChoices epci, Besoin besoin, FundingOption notified) {
        return new EpciChoices(
                epci.siren(),
                epci.name(),
                epci.departement(),
                besoin,
                null,
                List.of(FundingOption.NOTHING),
                notified,
                List.of());
    }

    private Credits credits(List<EpciChoices> choices, int percent, List<EquityRow> equity) {
        List<Credit> credits = new ArrayList<>();
        for (LigneCredit line : LigneCredit.values()) {
            long asked = choices.stream()
                    .map(epci -> epci.options().getFirst())
                    .flatMap(option -> option.cents().entrySet().stream())
                    .filter(cell -> cell.getKey().line() == line)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            int spread = line == LigneCredit.FONCTIONNEMENT ? years + 3 : years;
            for (int year = 0; year < spread; year++) {
                long voted = asked * percent / 100 / spread;
                credits.add(new Credit(new BudgetCell(FIRST + year, line), voted, 0, random.nextInt(3) == 0));
            }
        }
        return Credits.of(credits, equity);
    }

    private EpciChoices epci(int number) {
        boolean opens = random.nextInt(5) > 0;
        long study = 500_000 + random.nextInt(1_500_000);
        long building = 5_000_000 + random.nextInt(25_000_000);
        long running = 1_000_000 + random.nextInt(4_000_000);
        Map<Critere, Long> worth = worth();
        List<FundingOption> options = new ArrayList<>();
        int month = 1 + random.nextInt(12);
        for (int year = FIRST; opens && year < FIRST + years; year++) {
            options.add(opening(LocalDate.of(year, month, 1), study, building, running, worth));
        }
        for (int year = FIRST; year < FIRST + years; year++) {
            options.add(new FundingOption(
                    Financement.ETUDE,
                    year,
                    null,
                    cells(new BudgetCell(year, LigneCredit.ETUDE), study),
                    Map.of(Critere.ETUDES, 1L)));
        }
        options.add(FundingOption.NOTHING);
        return new EpciChoices(
                "2000%05d".formatted(number),
                "Intercommunalité " + number,
                List.of("02", "60", "80").get(random.nextInt(3)),
                List.of(Besoin.FAIBLE, Besoin.MOYEN, Besoin.ELEVE).get(random.nextInt(3)),
                null,
                List.copyOf(options),
                FundingOption.NOTHING,
                List.of());
    }

    private Map<Critere, Long> worth() {
        Map<Critere, Long> worth = new EnumMap<>(Critere.class);
        long near = 2_000 + random.nextInt(40_000);
        worth.put(Critere.HABITANTS_PROCHES, near);
        worth.put(Critere.HABITANTS_PONDERES, near * (1 + random.nextInt(3)));
        worth.put(Critere.SCORE, (long) random.nextInt(101));
        worth.put(Critere.OUVERTURES, 1L);
        worth.put(Critere.ETUDES, 1L);
        return worth;
    }

    private FundingOption opening(LocalDate day, long study, long building, long running, Map<Critere, Long> worth) {
        SortedMap<BudgetCell, Long> cents = cells(new BudgetCell(day.getYear(), LigneCredit.ETUDE), study);
        cents.put(new BudgetCell(day.getYear(), LigneCredit.INVESTISSEMENT), building);
        for (int year = 0; year < 3; year++) {
            cents.put(new BudgetCell(day.getYear() + year, LigneCredit.FONCTIONNEMENT), running / (year + 1));
        }
        Map<Critere, Long> values = new EnumMap<>(worth);
        values.put(Critere.MOIS_OUVERTS, (FIRST + years - day.getYear()) * 12L - day.getMonthValue() + 1);
        return new FundingOption(Financement.OUVERTURE, day.getYear(), day, cents, values);
    }

    private static SortedMap<BudgetCell, Long> cells(BudgetCell cell, long cents) {
        SortedMap<BudgetCell, Long> cells = new TreeMap<>();
        cells.put(cell, cents);
        return cells;
    }

    private static ValeurRule rule(Valeur valeur, Critere... levels) {
        return new ValeurRule(valeur, valeur.name(), List.of(levels));
    }
}
