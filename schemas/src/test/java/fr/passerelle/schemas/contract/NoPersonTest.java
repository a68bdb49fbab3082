package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.table.TableSchemaTest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** No contract has a place for a person: what has no field cannot leak. And each of its names says what it is. */
class NoPersonTest {

    /** Words of which none belongs in the name of a field or column. */
    private static final Set<String> PERSONAL = Set.of(
            ("email mail courriel phone telephone tel mobile portable fax birth birthday born naissance age sex sexe"
                + " gender genre firstname lastname surname forename prenom patronyme nir iban login username user"
                + " password contact citizen usager usagers adherent adherents beneficiaire student eleve ip")
                    .split(" "));

    /** Says a time of the year, and counts nobody. */
    private static final String SCHOOL_HOLIDAYS = "vacances_scolaires";

    /** Words of a count of people: allowed on numbers only. */
    private static final Set<String> COUNTED =
            Set.of("person", "persons", "people", "personnes", "registered", "inscrits", "scolaires", "presences");

    /** Records whose name or address is that of a place, a body or a file. */
    private static final Set<String> PLACES = Set.of(
            ("SourceFile Commune PublicPlace EpciDescribed RoomInventoried SiteDescribed Indicateur Operande Siege"
                + " Host PlanRoom Plan ChoixEpci EtapeImplantee ImplantationEpci EtapeDesservie SeancePubliee")
                    .split(" "));

    private static final Pattern PERSONAL_DOC = Pattern.compile(
            "e-?mail|telephone|phone number|(first|last|family) name|name of (the|a) (person|user|agent|animateur)"
                    + "|date of birth|birth ?date|home address");

    private static final Set<Schema.Type> NUMBERS = Set.of(Schema.Type.INT, Schema.Type.LONG);

    @Test
    void givesNoFieldThePlaceOrTheDescriptionOfAPerson() {
        assertThat(Walk.members())
                .allSatisfy(member ->
                        assertThat(member.words()).as(member.toString()).doesNotContainAnyElementsOf(PERSONAL));
        assertThat(Walk.members())
                .allSatisfy(member -> assertThat(member.field().doc().toLowerCase(Locale.ROOT))
                        .as(member.toString())
                        .doesNotContainPattern(PERSONAL_DOC));
    }

    @Test
    void countsPeopleAndNothingElseAndNamesPlacesBodiesAndFilesOnly() {
        assertThat(Walk.members())
                .filteredOn(member -> member.words().stream().anyMatch(COUNTED::contains))
                .isNotEmpty()
                .allSatisfy(member -> assertThat(types(member.field().schema()))
                        .as(member.toString())
                        .allMatch(NUMBERS::contains));
        assertThat(Walk.members())
                .filteredOn(member ->
                        member.words().contains("name") || member.words().contains("address"))
                .isNotEmpty()
                .allSatisfy(member -> assertThat(member.record().getName())
                        .as(member.toString())
                        .isIn(PLACES));
    }

    @Test
    void asksNoColumnOfAFileForAPerson() {
        assertThat(columns())
                .allSatisfy(
                        column -> assertThat(words(column)).as(column.name()).doesNotContainAnyElementsOf(PERSONAL));
        assertThat(columns())
                .filteredOn(column -> !column.name().equals(SCHOOL_HOLIDAYS))
                .filteredOn(column -> words(column).stream().anyMatch(COUNTED::contains))
                .isNotEmpty()
                .allSatisfy(column ->
                        assertThat(column.type()).as(column.name()).isIn(Field.Type.INTEGER, Field.Type.NUMBER));
    }

    private static Stream<Field> columns() {
        return TableSchemaTest.shipped().stream().flatMap(table -> table.fields().stream());
    }

    private static List<String> words(Field column) {
        return Arrays.asList(column.name().split("_"));
    }

    private static List<Schema.Type> types(Schema schema) {
        Stream<Schema> all = schema.isUnion() ? schema.getTypes().stream() : Stream.of(schema);
        return all.map(Schema::getType).filter(type -> type != Schema.Type.NULL).toList();
    }

    @Test
    void saysWhatEveryRecordEnumAndFieldMeansUnderANameWithoutAccents() {
        assertThat(Walk.named())
                .hasSizeGreaterThan(40)
                .allSatisfy(schema ->
                        assertThat(schema.getDoc()).as(schema.getName()).isNotBlank());
        assertThat(Walk.members()).hasSizeGreaterThan(200).allSatisfy(member -> {
            assertThat(member.field().doc()).as(member.toString()).isNotBlank();
            assertThat(member.field().name()).as(member.toString()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
        });
    }
}
