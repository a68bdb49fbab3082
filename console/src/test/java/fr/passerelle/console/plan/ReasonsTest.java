package fr.passerelle.console.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.map.Mark;
import fr.passerelle.console.page.Messages;
import fr.passerelle.console.plan.ConclusionView.Reasons;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final JeuDeRegles RULES = Baremes.load("2017-05").jeuDeRegles();

    private static final String PRECEDENCE = "Pourquoi ici et pas à Gland.";

    @Test
    void saysWhatTheTextsSayOfTheSeatAndTheNext() {
        assertThat(told(
                        place("Ham", Candidature.RETENUE, 1, 1, 3, 4, 68),
                        place("Gland", Candidature.CANDIDATE, 2, 0, 2, 18, 83)))
                .contains(PRECEDENCE)
                .anySatisfy(reason -> assertThat(reason).startsWith("Ham\u00a0: note 68 sur 100, 58 au plus bas"));
    }

    @Test
    void saysThatNothingSeparatesThoseOfOneRank() {
        List<String> told = told(
                place("Ham", Candidature.EX_AEQUO, 1, 0, 3, 2, 87),
                place("Gland", Candidature.EX_AEQUO, 1, 0, 3, 2, null),
                place("Coincy", Candidature.SOUS_LE_SEUIL, null, 0, 3, 2, 30));

        assertThat(told)
                .anySatisfy(reason -> assertThat(reason).startsWith("Rien dans les règles ne départage Ham et Gland"));
        assertThat(told)
                .doesNotContain(PRECEDENCE)
                .noneSatisfy(reason -> assertThat(reason).contains("Coincy"));
    }

    @Test
    void saysWhatThePlacesMissWhereNoneIsTheSeat() {
        List<String> told = told(
                place("Ham", Candidature.SOUS_LE_SEUIL, null, 0, 3, 4, 40),
                place("Gland", Candidature.FONCTIONS_INSUFFISANTES, null, 0, 1, 2, 85),
                place("Coincy", Candidature.DONNEES_INSUFFISANTES, null, 0, 2, 2, null),
                place("Chierry", Candidature.A_INSTRUIRE, null, 0, 2, 2, 55));

        assertThat(told)
                .contains(
                        "Gland\u00a0: note 85 sur 100, mais une seule fonction confirmée, il en faut 2.",
                        "Chierry\u00a0: note 55 sur 100, entre 45 et 55 selon ce qui manque\u00a0; le seuil de 50 est"
                                + " entre les deux, une personne doit conclure.",
                        "Ham\u00a0: note 40 sur 100, 40 au plus haut, sous le seuil de 50.")
                .noneSatisfy(reason -> assertThat(reason).startsWith("Coincy"));
    }

    @Test
    void saysThatAPlaceHasNoScoreOrIsNoRoom() {
        assertThat(told(
                        place("Ham", Candidature.DONNEES_INSUFFISANTES, null, 0, 3, 4, null),
                        place("Gare", Candidature.FONCTIONS_INSUFFISANTES, null, 0, 0, 4, null)))
                .contains(
                        "Ham\u00a0: trop de mois manquent, aucune note n’est donnée.",
                        "Gare\u00a0: aucune fonction confirmée, il en faut 2.");
    }

    private static List<String> told(Concurrent... places) {
        return new Reasons(plan(places), RULES, Optional.of(PRECEDENCE), Messages.ofThePages()).told();
    }

    private static Plan plan(Concurrent... places) {
        Siege seat = places[0].getCandidature() == Candidature.RETENUE ? places[0].getSiege() : null;
        return BarePlan.of("200000001")
                .setSiege(seat)
                .setExAequo(Arrays.stream(places)
                        .filter(one -> one.getCandidature() == Candidature.EX_AEQUO)
                        .map(Concurrent::getSiege)
                        .toList())
                .setCandidates(Arrays.asList(places))
                .setAid(List.of())
                .build();
    }

    private static Concurrent place(
            String name,
            Candidature candidature,
            @Nullable Integer rank,
            int wanted,
            int confirmed,
            int steps,
            @Nullable Integer score) {
        return Concurrent.newBuilder()
                .setSiege(new Siege(SiegeKind.SALLE, name, name, "02000", name))
                .setCandidature(candidature)
                .setRank(rank)
                .setFunctionsWanted(wanted)
                .setFunctionsConfirmed(confirmed)
                .setPopulation(2000 * steps)
                .setPopulationSteps(steps)
                .setScore(score)
                .setLow(score == null ? null : score - 10)
                .setHigh(score)
                .setFonctions(List.of())
                .setReasons(List.of())
                .build();
    }

    @Test
    void hasASentenceForEachMarkNeedAndDecision() {
        Stream<String> keys = Stream.of(
                        Stream.of(Mark.values()).map(mark -> "marque." + mark),
                        proposed().map(mark -> "marque.epci." + mark),
                        proposed().map(mark -> "epci.conclusion." + mark),
                        Stream.of(Besoin.values()).map(need -> "epci.raison.besoin." + need),
                        Stream.of(DecisionKind.values()).map(kind -> "epci.decision." + kind))
                .flatMap(some -> some);

        assertThat(keys)
                .allSatisfy(key -> assertThat(Messages.ofThePages().say(key, 2)).isNotBlank());
    }

    private static Stream<Mark> proposed() {
        return List.of(Mark.values()).stream().filter(mark -> mark != Mark.DONNEES_INSUFFISANTES);
    }
}
