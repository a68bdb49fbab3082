package fr.passerelle.batch.source.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookFilesTest {

    @TempDir
    private Path folder;

    @Test
    void readsTextsNumbersDaysAndBooleansOfAWorkbook() {
        Path file = Books.written(folder, book -> {
            Worksheet sheet = book.newWorksheet("Relevés");
            sheet.value(0, 0, "id");
            sheet.value(0, 5, "fin");
            sheet.value(2, 0, " Fère-en-Tardenois ");
            sheet.value(2, 1, 5419);
            sheet.value(2, 2, 12.3);
            sheet.value(2, 3, LocalDate.of(2017, 10, 31));
            sheet.style(2, 3).format("dd/mm/yyyy").set();
            sheet.value(2, 4, LocalDateTime.of(2017, 10, 31, 14, 30));
            sheet.style(2, 4).format("[$-40C]d mmm yyyy hh:mm").set();
            sheet.value(2, 5, true);
            sheet.inlineString(2, 6, "a<b>&\"c\"");
        });

        assertThat(Books.texts(file))
                .containsExactly(
                        "1: id|||||fin", "3: Fère-en-Tardenois|5419|12.3|2017-10-31|2017-10-31T14:30|oui|a<b>&\"c\"");
    }
}
