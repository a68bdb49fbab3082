package fr.passerelle.envelope.text;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Remplacement;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.UsageCredit;
import fr.passerelle.schemas.event.Valeur;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scenarios whose first EPCI waits, of any shape that the contract allows, with names as long as real ones. */
final class AnyScenario {

    static final String WAITING = "200000000";

    /** The longest names of the real region, and shorter ones. */
    static final List<String> NAMES = List.of(
            "CC du Pays du Coquelicot",
            "CA de la Région de Château-Thierry",
            "CC du Pays des Sources",
            "CC Retz-en-Valois",
            "CC de la Champagne Picarde",
            "CC du Val de l'Aisne",
            "CC Interrégionale Aumale - Blangy-sur-Bresle et de la vallée de la Bresle maritime");

    /** Of the aid to give up, per thousand: none, all, and those beside half of it. */
    private static final Integer[] SHARES = {0, 1, 125, 499, 500, 973, 1_000};

    private static final int FIRST = 2018;

    private final Random random;
    private final @Nullable Integer studied;

    AnyScenario(Random random) {
        this.random = random;
        this.studied = random.nextInt(3) == 0 ? FIRST + random.nextInt(5) : null;
    }

    ScenarioComputed scenario() {
        return ScenarioComputed.newBuilder()
                .setScenarioNo(1)
                .setScenarioId("S-000001")
                .setKind(ScenarioKind.ENVELOPPE)
                .setManifestHash("ab".repeat(32))
                .setRun(RunRef.newBuilder()
                        .setRunNo(1)
                        .setRunId("N-000001")
                        .setBaremeHash("ef".repeat(32))
                        .build())
                .setAsOf("2017-10")
                .setResultHash("cd".repeat(32))
                .setBaremeHash("ef".repeat(32))
                .setCreditsHash("01".repeat(32))
                .setDemonstration(random.nextBoolean())
                .setEnveloppe(envelope())
                .build();
    }

    private Enveloppe envelope() {
        return Enveloppe.newBuilder()
                .setValeur(one(Valeur.values()))
                .setPreuve(one(Preuve.values()))
                .setNiveaux(levels())
                .setChoix(IntStream.range(0, 12).mapToObj(this::choice).toList())
                .setUsages(usages())
                .setEquite(List.of())
                .setEuros(List.of())
                .setAttentes(List.of(waiting()))
                .build();
    }

    ChoixEpci choice(int i) {
        return ChoixEpci.newBuilder()
                .setEpci("2000000%02d".formatted(i))
                .setName(NAMES.get(i == 0 ? random.nextInt(NAMES.size()) : i % NAMES.size()))
                .setDepartement("02")
                .setBesoin(Besoin.ELEVE)
                .setSiege(random.nextBoolean() ? siege() : null)
                .setFinancement(i == 0 && studied != null ? Financement.ETUDE : Financement.RIEN)
                .setYear(i == 0 ? studied : null)
                .setDepenses(List.of())
                .setEngagees(List.of())
                .setOuvertureNotifiee(false)
                .setExclus(List.of())
                .setAttend(i == 0)
                .build();
    }

    private Siege siege() {
        return new Siege(
                one(SiegeKind.values()),
                "R-1",
                "Salle",
                "02168",
                random.nextBoolean() ? "Saint-Quentin-la-Motte-Croix-au-Bailly" : null);
    }

    private List<UsageCredit> usages() {
        List<UsageCredit> usages = new ArrayList<>();
        int years = 1 + random.nextInt(5);
        for (int year = FIRST; year < FIRST + years; year++) {
            for (LigneCredit line : LigneCredit.values()) {
                usages.add(new UsageCredit(
                        year,
                        line,
                        euros(9_000_000),
                        euros(100),
                        euros(100),
                        random.nextBoolean() ? BigDecimal.ZERO : euros(100),
                        euros(100),
                        euros(100),
                        true));
            }
        }
        return usages;
    }

    private MotifAttente waiting() {
        boolean possible = random.nextInt(4) > 0;
        return MotifAttente.newBuilder()
                .setEpci(WAITING)
                .setPreuve(one(Preuve.values()))
                .setFinancement(studied != null || random.nextBoolean() ? Financement.OUVERTURE : Financement.ETUDE)
                .setRemplacement(
                        new Remplacement(possible, possible ? moves() : List.of(), possible ? levels() : List.of()))
                .setCredits(IntStream.range(FIRST, FIRST + random.nextInt(5))
                        .mapToObj(year -> new CreditManquant(year, random.nextBoolean() ? missing() : null))
                        .toList())
                .setLeviers(
                        Arrays.stream(LevierPropre.values()).map(this::lever).toList())
                .setLignes(List.of(
                        new LigneLevee(FIRST, one(LigneCredit.values()), null, random.nextBoolean()),
                        new LigneLevee(null, null, "02", random.nextBoolean()),
                        new LigneLevee(null, null, null, random.nextBoolean())))
                .setDansUnPourCent(random.nextBoolean())
                .setRang(random.nextBoolean() ? 1 + random.nextInt(20) : null)
                .build();
    }

    private BigDecimal missing() {
        return random.nextInt(4) == 0 ? new BigDecimal("0.00") : euros(900_000);
    }

    /** Each leaves or slips. */
    private List<Deplacement> moves() {
        return IntStream.range(1, 1 + random.nextInt(11))
                .mapToObj(i -> {
                    boolean opened = random.nextBoolean();
                    Financement after = one(Financement.values());
                    return opened || after != Financement.OUVERTURE
                            ? move(i, opened ? Financement.OUVERTURE : Financement.ETUDE, after)
                            : move(i, Financement.ETUDE, Financement.RIEN);
                })
                .toList();
    }

    private Deplacement move(int i, Financement before, Financement after) {
        return new Deplacement("2000000%02d".formatted(i), before, year(before), after, year(after));
    }

    private @Nullable Integer year(Financement financement) {
        return financement == Financement.RIEN ? null : FIRST + random.nextInt(5);
    }

    private LevierEssaye lever(LevierPropre lever) {
        boolean enters = random.nextInt(3) == 0;
        return new LevierEssaye(
                lever,
                lever == LevierPropre.COUT && enters ? one(SHARES) : null,
                enters && lever != LevierPropre.FONCTION,
                lever == LevierPropre.FONCTION);
    }

    private List<Niveau> levels() {
        return List.of(Critere.HABITANTS_PONDERES, Critere.MOIS_OUVERTS, Critere.ETUDES).stream()
                .map(critere -> {
                    long value = 1_000 + random.nextInt(9_000_000);
                    return new Niveau(critere, value, value);
                })
                .toList();
    }

    private BigDecimal euros(int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most * 100), 2);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
