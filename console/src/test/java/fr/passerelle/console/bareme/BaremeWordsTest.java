package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.Bundle;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.schemas.event.IndicateurName;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BaremeWordsTest {

    private static final Set<String> KEYS = Bundle.keys("regles");
    private static final Bareme BAREME = Baremes.load(Baremes.DEFAULT);

    @Test
    void namesEveryNumberOfTheBaremeInFrench() {
        assertThat(Parameters.of(BAREME).stream()
                        .map(parameter -> "regles.p." + parameter.path())
                        .filter(key -> !key.contains(".echelle.")))
                .allMatch(KEYS::contains);
    }

    @Test
    void showsEveryNumberOnce() {
        long shown = ParameterGroup.of(BAREME).stream()
                        .mapToLong(group -> group.lines().size())
                        .sum()
                + IndicatorRule.of(BAREME).stream()
                        .mapToLong(rule -> 1 + rule.steps().size())
                        .sum();

        assertThat(shown).isEqualTo(Parameters.of(BAREME).size());
        assertThat(ParameterGroup.of(BAREME)).allMatch(group -> KEYS.contains("regles.groupe." + group.code()));
    }

    @Test
    void readsNumbersWithTheirUnitAndChoicesInWords() {
        var lines = ParameterGroup.of(BAREME).stream()
                .flatMap(group -> group.lines().stream())
                .toList();

        assertThat(lines.stream().filter(line -> line.path().endsWith("etude.taux")))
                .extracting(ParameterLine::value)
                .first()
                .asString()
                .startsWith("80");
        assertThat(lines.stream().filter(line -> line.path().endsWith("seances_maximum_par_mois")))
                .extracting(ParameterLine::value)
                .containsExactly("8 séances par mois");
        assertThat(lines.stream().filter(line -> line.path().endsWith("recettes_deduites")))
                .extracting(ParameterLine::value)
                .containsExactly("non");
    }

    @Test
    void keepsTheSourceOfEachPointOfAScale() {
        IndicatorRule usage = IndicatorRule.of(BAREME).getFirst();

        assertThat(usage.code()).isEqualTo(IndicateurName.USAGE.name());
        assertThat(usage.steps().get(2).source()).contains("7 000 par an ÷ 49 128");
        assertThat(usage.steps()).extracting(IndicatorRule.Step::points).containsExactly("0", "50", "80", "100");
    }

    @Test
    void saysWhatHoldsBackARoomThatWouldBeACandidate() {
        assertThat(BaremeSentences.rules(BAREME))
                .contains(
                        new BaremeSentences.Said("regles.mots.mois-recents", "6"),
                        new BaremeSentences.Said("regles.mots.presences", "100"));
    }

    /** The barème of an earlier run may be older than these two rules. */
    @Test
    void saysNoRuleThatABaremeHasNot() {
        String before = BAREME.text().replaceAll("(?m)^ +(mois_recents|presences)_minimum: .*\n", "");

        assertThat(BaremeSentences.rules(Baremes.read(before)))
                .extracting(BaremeSentences.Said::key)
                .contains("regles.mots.seuil")
                .doesNotContain("regles.mots.mois-recents", "regles.mots.presences");
    }

    @Test
    void saysEverySentence() {
        assertThat(Stream.concat(BaremeSentences.aid(BAREME).stream(), BaremeSentences.rules(BAREME).stream()))
                .allMatch(said -> KEYS.contains(said.key()));
    }
}
