package fr.passerelle.cli.night;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.verify.Findings.Area;
import fr.passerelle.batch.verify.Verification;
import fr.passerelle.cli.command.TerminalLines;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunSituations.RunSituation;
import fr.passerelle.published.run.RunSituations.RunSituation.Standing;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.study.replay.ReplayExamples;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What terminals and machines are told of nights: the runs, in as many columns as a terminal has, what was verified, and what was proposed. */
class NightTextTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2017-11-30T22:15:00+01:00");

    @Test
    void tellsHowLongARunLastedOnItsLineAndHoldsInATerminal() {
        List<String> lines = RunsCommand.table(
                List.of(situation(RunKind.PUT_IN_FORCE, Standing.PUBLISHED, null, Duration.ofMillis(12_340))));

        assertThat(lines.getFirst()).matches("N° +Nature +État +Ouverte le +Mois +Barème +Empreinte +Durée");
        assertThat(lines.get(2)).matches("N-000007 +mise en +publiée +30/11/2017 +2017-10 +2017-05 +cdcdcdcd +12,3 s");
        assertThat(lines.get(3).strip()).matches("vigueur +22:15");

        assertThat(RunsCommand.table(List.of(
                        situation(RunKind.NIGHTLY, Standing.PUBLISHED, null, Duration.ofSeconds(754)),
                        situation(
                                RunKind.PUT_IN_FORCE, Standing.INTERRUPTED, "Relevés mensuels", Duration.ofHours(2)))))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TerminalLines.COLUMNS))
                .anySatisfy(line -> assertThat(line).contains("12 min"));
    }

    private static RunSituation situation(RunKind kind, Standing standing, @Nullable String phase, Duration worked) {
        String hash = standing == Standing.PUBLISHED ? "cd".repeat(32) : null;
        Run run = ReplayExamples.run(7, kind, Run.State.PUBLISHED, AT, Baremes.load("2017-05"), false, hash);
        return new RunSituation(run, standing, phase, worked, null);
    }

    @Test
    void saysTheSameInTheSameOrderEachTime() {
        Area plans = new Area("plans", "3 plans", List.of("200000001 diffère"), 2);

        String json = RecordJson.of(VerifyCommand.json(
                new Verification.Report(true, null, null, List.of(plans), 12, Duration.ofMillis(1500))));

        assertThat(json)
                .isEqualTo("{\"deep\":true,\"agrees\":false,\"run\":null,\"open\":null,\"records\":12,\"seconds\":1.5,"
                        + "\"areas\":[{\"name\":\"plans\",\"summary\":\"3 plans\",\"first\":[\"200000001 diffère\"],"
                        + "\"agrees\":false,\"differences\":3}]}");
    }

    private static final Siege ROOM = new Siege(SiegeKind.SALLE, "S1", "Salle de la mairie", "02001", "Bourg-A");
    private static final Siege SITE = new Siege(SiegeKind.SITE, "S1", "Ancienne gare", "02002", null);

    @Test
    void showsTheScoreOfASeatThatIsARoomAndNoneOfASiteWithItsIdentifier() {
        assertThat(shown(plan(ROOM))).contains("Salle de la mairie", "60 (50, 70)");
        assertThat(shown(plan(SITE))).contains("Ancienne gare").doesNotContain("60 (50, 70)");
    }

    @Test
    void namesInFullThePlacesThatAnEpciChoosesFromOrThatLackData() {
        assertThat(shown(plan(null, ROOM, SITE)))
                .contains("(à choisir entre 2)")
                .endsWith("Ex æquo, le choix revient à CC de l'essai : "
                        + "Salle de la mairie (Bourg-A) · Ancienne gare (02002)");

        Plan plan = plan(null);
        plan.setUndecided(List.of(ROOM, SITE));

        assertThat(shown(plan))
                .contains("(en suspens)")
                .endsWith("En suspens, faute de données, à CC de l'essai : "
                        + "Salle de la mairie (Bourg-A) · Ancienne gare (02002)");
    }

    private static String shown(Plan plan) {
        return String.join("\n", ReportText.plans(List.of(plan)));
    }

    private static Plan plan(@Nullable Siege seat, Siege... exAequo) {
        return BarePlan.of("200000001")
                .setName("CC de l'essai")
                .setTiersLieu(seat == null ? null : seat.getId())
                .setSiege(seat)
                .setExAequo(List.of(exAequo))
                .setRooms(List.of(room()))
                .setEtapes(1)
                .setAid(Arrays.stream(AidLineName.values())
                        .map(name -> BarePlan.aid(name, "COUT_INCONNU").build())
                        .toList())
                .build();
    }

    private static PlanRoom room() {
        return BarePlan.room("S1")
                .setName("Salle de la mairie")
                .setLow(50)
                .setScore(60)
                .setHigh(70)
                .build();
    }
}
