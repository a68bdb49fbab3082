package fr.passerelle.sheets.form;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A document as a tagged PDF (PDF/UA-1) on A4 pages, with its fonts inside and nothing of the clock: the same bytes each time. */
public final class PdfForm {

    private static final String FONT = "Source Sans 3";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfForm() {}

    /** Of a page that is made whole already. */
    public static byte[] ofPage(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .withProducer("Passerelle")
                .withHtmlContent(html, null);
        builder.useFont(() -> font("Regular"), FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Bold"), FONT, BOLD, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return steady(renderer.getPdfDocument());
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF cannot be written", e);
        }
    }

    /** The library dates the document, and draws its identifier from the clock. */
    private static byte[] steady(PDDocument pdf) throws IOException {
        pdf.getDocumentInformation().setCreationDate(null);
        pdf.setDocumentId(0L);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        pdf.save(written);
        return written.toByteArray();
    }

    private static InputStream font(String weight) {
        return Document.resource("police/SourceSans3-" + weight + ".ttf");
    }
}
