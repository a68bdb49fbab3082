package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.sheets.explanation.NeedTable.NeedLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NeedTableTest {

    private static final Commune COMMUNE = new Commune("02001", "Bourg-A", 1_000, 49.0, 3.0, null);

    @Test
    void saysWhatIsAskedForWhatIsProposedAndWhatIsLeft() {
        NeedTable table = table(
                demande(Demandeur.HABITANTS, ObjetKind.FONCTION, "FABLAB", "02001", 1_200),
                demande(Demandeur.ELUS, ObjetKind.FONCTION, "TELETRAVAIL", null, 3),
                demande(Demandeur.ENTREPRISES, ObjetKind.SERVICE, "Borne d'impression", null, 2),
                demande(Demandeur.HABITANTS, ObjetKind.THEME, "santé", null, 1));

        assertThat(table.lines())
                .containsExactly(
                        new NeedLine(
                                "le fablab",
                                "fonction",
                                List.of("Bourg-A"),
                                List.of("1\u00a0200", "—", "—"),
                                "à vérifier au siège proposé",
                                "tant que cela reste à vérifier"),
                        new NeedLine(
                                "le télétravail", "fonction", List.of(), List.of("—", "3", "—"), "", "sans réponse"),
                        new NeedLine(
                                "Borne d’impression",
                                "service",
                                List.of(),
                                List.of("—", "—", "2"),
                                "montré tel que demandé, hors des règles",
                                ""),
                        new NeedLine(
                                "santé en ligne",
                                "thème de médiation",
                                List.of(),
                                List.of("1", "—", "—"),
                                "",
                                "sans réponse"));
        assertThat(table.unmet()).isEqualTo(2);
    }

    @Test
    void saysOnceWhereAndWhenItWasGathered() {
        NeedTable table = table(
                demande(Demandeur.HABITANTS, ObjetKind.FONCTION, "FABLAB", null, 12),
                demande(Demandeur.ELUS, ObjetKind.FONCTION, "FABLAB", null, 3));

        assertThat(table.sources()).containsExactly("Enquête, 5 novembre 2016");
    }

    @Test
    void isEmptyWhereNobodySaidAnything() {
        assertThat(table().lines()).isEmpty();
    }

    private static NeedTable table(Demande... demandes) {
        return NeedTable.of(List.of(demandes), Fictitious.a(), List.of(COMMUNE));
    }

    private static Demande demande(
            Demandeur group, ObjetKind kind, String object, @Nullable String insee, int requests) {
        return new Demande(LocalDate.of(2016, 11, 5), group, kind, object, insee, requests, "Enquête");
    }
}
