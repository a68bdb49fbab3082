package fr.passerelle.console.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.programme.ProgrammeSheet.ExclusionGroup;
import fr.passerelle.console.programme.ProgrammeTable.ProgrammeCell;
import fr.passerelle.console.programme.ProgrammeTable.ProgrammePicture;
import fr.passerelle.envelope.programme.ChoiceChange;
import fr.passerelle.envelope.programme.CreditUse;
import fr.passerelle.envelope.programme.ProgrammeFile;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.ScenarioComputed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgrammeSheetTest {

    private static final RegionMap LAND = new RegionMap(
            100,
            100,
            ProgrammeExamples.SIRENS.stream()
                    .map(siren -> new RegionMap.Zone(siren, siren, "M0,0", 10, 20))
                    .toList(),
            "",
            List.of(),
            List.of());

    private final ProgrammeSheet sheet = sheet(ProgrammeExamples.envelope());

    @Test
    void laysYearsAndEpcisOutAsATable() {
        ProgrammeTable table = sheet.table();

        assertThat(table.years()).containsExactly(2018, 2019, 2020);
        assertThat(table.rows())
                .extracting(row -> row.choice().getName())
                .containsExactly("CC notifiée", "CC de l'Ouverture", "CC de l'Étude");
        assertThat(table.rows().get(1).cells())
                .extracting(ProgrammeCell::stage)
                .containsExactly(ProgrammeCell.Stage.OPENING, ProgrammeCell.Stage.OPEN, ProgrammeCell.Stage.OPEN);
        assertThat(table.fundedByYear())
                .containsExactly(
                        new BigDecimal("25000.00"),
                        new BigDecimal("53000.00"),
                        BigDecimal.ZERO,
                        new BigDecimal("78000.00"));
        assertThat(List.of(table.fundedByYear(), table.notifiedByYear()))
                .allSatisfy(foot -> assertThat(foot.subList(0, 3).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualTo(foot.getLast()));
        assertThat(table.notifiedByYear().getLast()).isEqualTo("30000.00");
        assertThat(table.funded()).isEqualTo("78000.00");
        assertThat(table.openings()).isOne();
        assertThat(table.studies()).isOne();
        assertThat(table.rows().getFirst().committed()).isEqualTo("30000.00");
        assertThat(table.rows().getFirst().cells().get(1).isEmpty()).isTrue();
    }

    /** A place that opens on the first of September begins its bar at two thirds of the year. */
    @Test
    void drawsWhatTheTableSays() {
        ProgrammePicture picture = sheet.picture();

        assertThat(picture.columns()).extracting(ProgrammePicture.Column::x).containsExactly(300, 396, 492);
        assertThat(picture.bars().get(0).committed()).isEqualTo("M302,31h92v14h-92z");
        assertThat(picture.bars().get(0).opening()).isEmpty();
        assertThat(picture.bars().get(1).opening()).startsWith("M363,");
        assertThat(picture.bars().get(2).study()).startsWith("M444,");
        assertThat(picture.height()).isEqualTo(99);
    }

    @Test
    void measuresTheCreditsByWhatIsAvailable() {
        assertThat(sheet.credits().getFirst())
                .extracting(CreditUse::committed, CreditUse::funded)
                .containsExactly(20, 40);
        assertThat(sheet.credits().getLast())
                .extracting(CreditUse::committed, CreditUse::funded)
                .containsExactly(0, 0);
    }

    @Test
    void tellsWhoWaitsAndWhoCouldNotBeChosen() {
        assertThat(sheet.waiting()).singleElement().satisfies(row -> {
            assertThat(row.choice().getName()).isEqualTo("CA qui attend");
            assertThat(row.motif()).isNotNull();
        });
        assertThat(sheet.excluded())
                .containsExactly(
                        new ExclusionGroup(Empechement.NOTIFIE, List.of("CC notifiée")),
                        new ExclusionGroup(Empechement.SANS_PORTEUR, List.of("CC sans porteur")));
    }

    @Test
    void tellsWhoWaitsWhereNobodyComputedWhy() {
        Enveloppe envelope = ProgrammeExamples.envelope();
        envelope.setAttentes(List.of());

        assertThat(sheet(envelope).waiting())
                .singleElement()
                .satisfies(row -> assertThat(row.motif()).isNull());
    }

    @Test
    void countsWhoWaitsWithItsStudyFunded() {
        Enveloppe envelope = ProgrammeExamples.envelope();
        assertThat(sheet.waitingWithStudy()).isZero();

        envelope.getChoix().get(1).setAttend(true);

        assertThat(sheet(envelope).waiting()).hasSize(2);
        assertThat(sheet(envelope).waitingWithStudy()).isOne();
    }

    /** An accent weighs less than a letter. */
    @Test
    void sortsNamesAsFrenchDoes() {
        Enveloppe envelope = ProgrammeExamples.envelope();
        List.of("Zone", "Élan", "Amiens").forEach(name -> barred(envelope, name));

        assertThat(sheet(envelope).excluded().get(1).names()).containsExactly("Amiens", "Élan", "Zone");
    }

    private static void barred(Enveloppe envelope, String name) {
        ChoixEpci choice = ChoixEpci.newBuilder(envelope.getChoix().getFirst())
                .setEpci(name)
                .setName(name)
                .setFinancement(Financement.RIEN)
                .setExclus(List.of(new ChoixExclu(Financement.OUVERTURE, Empechement.TIERS_LIEU_EXISTANT)))
                .build();
        envelope.setChoix(
                Stream.concat(envelope.getChoix().stream(), Stream.of(choice)).toList());
    }

    @Test
    void saysWhatItsValueMeansAndHowMuchWasVoted() {
        assertThat(sheet.meaning()).contains("comptés deux fois");
        assertThat(sheet.voted()).isEqualByComparingTo("360000");
    }

    @Test
    void showsTheSameEpcisBeforeAndAfter() {
        assertThat(sheet.map().before().count()).isEqualTo(4);
        assertThat(sheet.map().after())
                .extracting(points -> points.fate() + " " + points.count())
                .containsExactly("NOTIFIED 1", "OPENS 1", "STUDIES 1", "WAITS 1", "BARRED 0");
        assertThat(sheet.map().before().path().split("M", -1)).hasSize(5);
    }

    @Test
    void tellsWhatATrialChanges() {
        Enveloppe tried = ProgrammeExamples.envelope();
        tried.getChoix().get(1).setYear(2018);
        tried.getChoix().get(2).setFinancement(Financement.ETUDE);

        assertThat(ChoiceChange.between(ProgrammeExamples.envelope(), tried))
                .extracting(change -> change.after().getName())
                .containsExactly("CC de l'Étude", "CA qui attend");
    }

    @Test
    void writesAGuardedTable() {
        List<List<String>> lines = new ArrayList<>();
        ScenarioComputed scenario = ProgrammeExamples.scenario();
        Objects.requireNonNull(scenario.getEnveloppe()).getChoix().getFirst().setName("=1+1");
        ProgrammeFile.each(scenario, lines::add);

        assertThat(lines).hasSize(7).allSatisfy(line -> assertThat(line).hasSameSizeAs(ProgrammeFile.HEADER));
        assertThat(lines.getFirst())
                .contains("S-000001", "RECONSTITUTION", "OUVERTURE", "2018-09-01", "FINANCE", "10000.00", "'=1+1");
    }

    private static ProgrammeSheet sheet(Enveloppe envelope) {
        return ProgrammeSheet.of(envelope, Baremes.load(Baremes.DEFAULT), LAND);
    }
}
