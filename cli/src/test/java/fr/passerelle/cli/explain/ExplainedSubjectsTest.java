package fr.passerelle.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.explain.ExplainedSubjects.ExplainedSubject;
import fr.passerelle.cli.explain.ExplainedSubjects.ExplainedSubject.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainedSubjectsTest {

    private static final ExplainedSubject EPCI = new ExplainedSubject("epci:200000001", "CC de l'Omois", "200000001");
    private static final ExplainedSubject ROOM = new ExplainedSubject("room:02-1", "Salle du bourg", "200000001");
    private static final ExplainedSubject SITE = new ExplainedSubject("site:P-1", "Ancienne gare", "200000001");
    private static final ExplainedSubjects ALL = new ExplainedSubjects(List.of(EPCI, ROOM, SITE));

    @Test
    void findsEachByItsIdentifierOrItsNameAndNamesItsNeighbours() {
        assertThat(ALL.named("200000001")).containsExactly(EPCI);
        assertThat(ALL.named("salle du bourg")).containsExactly(ROOM);
        assertThat(ALL.named("p-1")).containsExactly(SITE);
        assertThat(ALL.named("ancienne GARE")).containsExactly(SITE);
        assertThat(ALL.near("Omoi")).containsExactly(EPCI);
        assertThat(ALL.near("cc de l'omoiss")).containsExactly(EPCI);
        assertThat(ALL.near("anciene garre")).containsExactly(SITE);
        assertThat(ALL.near("gare du Nord")).isEmpty();
        assertThat(ALL.near("")).isEmpty();
    }

    @Test
    void tellsWhatASubjectOfTheLogIs() {
        assertThat(List.of(EPCI.kind(), ROOM.kind(), SITE.kind())).containsExactly(Kind.EPCI, Kind.ROOM, Kind.SITE);
        assertThat(List.of(EPCI.id(), ROOM.id(), SITE.id())).containsExactly("200000001", "02-1", "P-1");
    }
}
