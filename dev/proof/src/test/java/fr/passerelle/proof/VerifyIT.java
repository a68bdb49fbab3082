package fr.passerelle.proof;

import static fr.passerelle.proof.Deployments.count;
import static fr.passerelle.proof.Deployments.ended;
import static fr.passerelle.proof.Deployments.said;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.local.program.Deployment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code verify --deep} finds when something is altered by hand, and that it finds nothing once it is put back. */
@Story.Told
class VerifyIT {

    private static final String FLIP =
            "update passerelle.%1$s set payload = set_byte(payload, %3$d, get_byte(payload, %3$d) # 1) where %2$s"
                    + " returning 1";

    /** After room, EPCI and month. */
    private static final int IN_THE_HASH_OF_A_FILE = 40;

    @AutoClose
    private final Deployment system = Deployments.published("verify", Inputs.workedCases());

    @Test
    void saysThatAllAgreesForHowManyRecordsAndWithoutComputingAnythingAgain() {
        assertThat(said(system, "verify --deep")).contains("Tout concorde").doesNotContain("ÉCART");
        assertThat(verified(0).get("records").asLong()).isEqualTo(count(system, "journal"));
        assertThat(said(system, "verify")).contains("Tout concorde");
    }

    @Test
    void namesTheByteThatWasFlippedInTheReadModel() {
        var room = system.text("select min(id) from passerelle.result where type = 'SCORE'");
        var flip = FLIP.formatted("result", "type = 'SCORE' and id = '" + room + "'", 10);

        var found = foundWhile(flip);

        assertThat(first(found, "modèle de lecture")).contains("SCORE " + room + " ", "colonne payload, octet 10 :");
        assertThat(first(found, "résultats")).contains("empreinte");
        assertThat(differing(found)).containsExactly("résultats", "modèle de lecture");
        assertThatAllAgrees();
    }

    @Test
    void namesTheRowThatWasDeletedFromTheReadModel() {
        var room = system.text("select max(id) from passerelle.result where type = 'CONVERSION'");
        var which = "type = 'CONVERSION' and id = '" + room + "'";

        var row = system.text("delete from passerelle.result r where " + which + " returning row_to_json(r)::text");
        var found = verified(1);
        system.text("insert into passerelle.result select * from json_populate_record(null::passerelle.result, '"
                + row.replace("'", "''") + "') returning 1");

        assertThat(first(found, "modèle de lecture")).contains("CONVERSION " + room + " ", "ligne absente");
        assertThat(first(found, "résultats")).contains("résultats émis", "enregistrés");
        assertThatAllAgrees();
    }

    @Test
    void namesTheRowThatWasAlteredInTheJournal() {
        var seq = system.text("select max(seq) from passerelle.journal where type = 'MonthReported'");
        var subject = system.text("select subject from passerelle.journal where seq = " + seq);
        var room = subject.split(":")[1];
        var month = subject.split(":")[2];
        var flip = FLIP.formatted("journal", "seq = " + seq, IN_THE_HASH_OF_A_FILE);

        var found = foundWhile(flip);

        assertThat(first(found, "journal"))
                .contains("rang " + seq + ", " + subject + " (MonthReported) : ligne modifiée");
        assertThat(first(found, "topics du journal"))
                .contains("rang " + seq + ", " + subject, "valeur, octet " + (5 + IN_THE_HASH_OF_A_FILE) + " :");
        assertThat(first(found, "état")).contains("fréquentation, salle " + room + ", mois " + month + " : ");
        assertThatAllAgrees();
    }

    @Test
    void namesTheCellThatWasAlteredInTheState() {
        var saying = "(select min((month_no, import_no)::text) from passerelle.attendance_said where held > 0)";
        var change = "update passerelle.attendance_said set lines = set_byte(lines, length(lines) - 2,"
                + " get_byte(lines, length(lines) - 2) # 2) where (month_no, import_no)::text = " + saying
                + " returning 1";

        var found = foundWhile(change);

        assertThat(first(found, "état")).contains("fréquentation, salle ", ".counts.");
        assertThat(differing(found)).containsExactly("état");
        assertThatAllAgrees();
    }

    @Test
    void namesTheLineOfTheAuditThatIsMissingOrWasChanged() {
        system.change("insert into passerelle.audit (account_id, action, subject, outcome)"
                + " select 'c-1', 'LOGIN', 'c-1', 'DONE' from generate_series(1, 5)");

        system.change("update passerelle.audit set subject = 'c-2' where audit_no = 4");
        assertThat(first(verified(1), "registre des gestes")).contains("ligne 4 : modifiée");
        system.change("update passerelle.audit set subject = 'c-1' where audit_no = 4");
        assertThatAllAgrees();

        system.change("delete from passerelle.audit where audit_no = 3");
        var found = verified(1);
        assertThat(first(found, "registre des gestes")).contains("manque : ligne 3");
        assertThat(differing(found)).containsExactly("registre des gestes");
        system.change("truncate passerelle.audit");
        system.change("update passerelle.audit_head set audit_no = 0, hash = ''");
    }

    /** The last, since nobody can put it back: that is what rebuilding the topics is for. */
    @Test
    void namesTheRecordThatIsMissingOnTheTopic() {
        var first = system.text("select partition from passerelle.journal where type = 'MonthReported' limit 1");
        var missing =
                system.text("select 'rang ' || seq || ', ' || subject || ' (' || type || '), partition ' || partition"
                        + " from passerelle.journal where partition = " + first + " order by seq limit 1");

        new Log(system).lose(Long.parseLong(first), 1);
        var found = verified(1);

        assertThat(first(found, "topics du journal")).contains("manque : " + missing, "offset 1 ");
        assertThat(first(found, "comptes")).contains("partition " + first + " : ");
        assertThat(differing(found)).containsExactly("comptes", "topics du journal");
    }

    private static String first(JsonNode found, String area) {
        return found.get("areas")
                .valueStream()
                .filter(each -> each.get("name").asString().equals(area))
                .map(each -> each.get("first").toString())
                .collect(Collectors.joining());
    }

    private static List<String> differing(JsonNode found) {
        return found.get("areas")
                .valueStream()
                .filter(each -> !each.get("agrees").asBoolean())
                .map(each -> each.get("name").asString())
                .toList();
    }

    /** What is found once something is altered, which the same statement puts back. */
    private JsonNode foundWhile(String change) {
        system.text(change);
        var found = verified(1);
        system.text(change);
        return found;
    }

    private JsonNode verified(int code) {
        return JsonMapper.shared()
                .readTree(ended(system, code, "verify --deep --json").output());
    }

    private void assertThatAllAgrees() {
        assertThat(verified(0).get("agrees").asBoolean()).isTrue();
    }
}
