package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.HostKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.Naming.SubjectNames;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A subject is named from the results of its EPCI; what they do not name keeps its identifier. */
class NamingTest {

    private final Dossier dossier = dossier();
    private final SubjectNames subjects = new SubjectNames(dossier);

    @Test
    void namesWhatTheResultsName() {
        assertThat(subjects.of("room:A-2")).isEqualTo("Salle A-2 (A-2)");
        assertThat(subjects.of("site:P-1")).isEqualTo("Gare (P-1)");
        assertThat(subjects.of("place:BIB-9")).isEqualTo("Bibliothèque (BIB-9)");
        assertThat(subjects.of("epci:" + Fictitious.SIREN)).isEqualTo("Communauté de communes A (200000001)");
    }

    @Test
    void namesACommuneByARoomASiteOrAHost() {
        assertThat(subjects.commune("insee Val-A")).isEqualTo("Val-A (insee Val-A)");
        assertThat(subjects.commune("02777")).isEqualTo("Gare-Ville (02777)");
        assertThat(subjects.commune("02888")).isEqualTo("Hôte-Ville (02888)");
    }

    @Test
    void keepsTheIdentifierOfWhatTheyDoNot() {
        assertThat(subjects.of("room:Z")).isEqualTo("salle Z");
        assertThat(subjects.of("site:A-2")).endsWith("A-2").doesNotContain("Salle");
        assertThat(subjects.of("place:P-1")).endsWith("P-1").doesNotContain("Gare");
        assertThat(subjects.commune("02009")).isEqualTo("commune 02009");
        assertThat(subjects.of("epci:200000009")).endsWith("200000009").doesNotContain("Communauté de communes A");
        assertThat(subjects.of("seuil")).isEqualTo("seuil");
    }

    @Test
    void takesOfAllResultsThoseOfOneEpci() {
        Dossier a = Fictitious.a();
        Dossier other = Fictitious.b();
        other.plan().setEpci("E2");
        other.conversions().forEach(conversion -> conversion.setEpci("E2"));
        other.scores().forEach(score -> score.setEpci("E2"));
        Proposals all = Proposals.of(
                List.of(a.scores().getFirst(), other.scores().getFirst()),
                List.of(a.conversions().getFirst(), other.conversions().getFirst()),
                List.of(a.plan(), other.plan()));

        assertThat(Dossier.of(all, "E2"))
                .contains(new Dossier(
                        other.plan(),
                        List.of(other.conversions().getFirst()),
                        List.of(other.scores().getFirst())));
        assertThat(Dossier.of(all, "E3")).isEmpty();
    }

    private static Dossier dossier() {
        Dossier a = Fictitious.a();
        Plan plan = a.plan();
        plan.setCandidates(List.of(Concurrent.newBuilder()
                .setSiege(new Siege(SiegeKind.SITE, "P-1", "Gare", "02777", "Gare-Ville"))
                .setCandidature(Candidature.CANDIDATE)
                .setFunctionsWanted(0)
                .setFunctionsConfirmed(2)
                .setPopulation(0)
                .setPopulationSteps(0)
                .setFonctions(List.of())
                .setReasons(List.of())
                .build()));
        a.conversions()
                .get(1)
                .setHost(Host.newBuilder()
                        .setKind(HostKind.LIEU_PUBLIC)
                        .setId("BIB-9")
                        .setName("Bibliothèque")
                        .setInsee("02888")
                        .setCommune("Hôte-Ville")
                        .build());
        return a;
    }
}
