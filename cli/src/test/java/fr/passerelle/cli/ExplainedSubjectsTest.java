package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainedSubjectsTest {

    private static final ExplainedSubject EPCI =
            new ExplainedSubject(ExplainedSubject.Kind.EPCI, "200000001", "CC de l'Omois", "200000001");
    private static final ExplainedSubject ROOM =
            new ExplainedSubject(ExplainedSubject.Kind.ROOM, "02-1", "Salle du bourg", "200000001");
    private static final ExplainedSubject SITE =
            new ExplainedSubject(ExplainedSubject.Kind.SITE, "P-1", "Ancienne gare", "200000001");
    private static final ExplainedSubjects ALL = new ExplainedSubjects(List.of(EPCI, ROOM, SITE));

    @Test
    void findsEachByItsIdentifierOrItsName() {
        assertThat(ALL.named("200000001")).containsExactly(EPCI);
        assertThat(ALL.named("salle du bourg")).containsExactly(ROOM);
        assertThat(ALL.named("p-1")).containsExactly(SITE);
        assertThat(ALL.named("ancienne GARE")).containsExactly(SITE);
    }

    @Test
    void namesNeighboursOfANameThatIsAlmostRight() {
        assertThat(ALL.near("Omoi")).containsExactly(EPCI);
        assertThat(ALL.near("cc de l'omoiss")).containsExactly(EPCI);
        assertThat(ALL.near("anciene garre")).containsExactly(SITE);
        assertThat(ALL.near("gare du Nord")).isEmpty();
        assertThat(ALL.near("")).isEmpty();
    }

    @Test
    void namesThemAsTheLogDoes() {
        assertThat(List.of(EPCI.subject(), ROOM.subject(), SITE.subject()))
                .containsExactly("epci:200000001", "room:02-1", "site:P-1");
    }
}
