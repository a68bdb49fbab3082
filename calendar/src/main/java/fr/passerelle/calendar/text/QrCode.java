package fr.passerelle.calendar.text;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address as a telephone reads it off a wall. */
final class QrCode {

    private static final int PIXELS = 600;
    private static final int WHITE = 0xFFFFFF;

    private QrCode() {}

    /** As the address of an image that holds all of itself. */
    static String of(String address) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(address, BarcodeFormat.QR_CODE, PIXELS, PIXELS, Map.of(EncodeHintType.MARGIN, 1));
            BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < PIXELS; x++) {
                for (int y = 0; y < PIXELS; y++) {
                    image.setRGB(x, y, code.get(x, y) ? 0 : WHITE);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException impossible) {
            throw new IllegalArgumentException("Too long for a code: " + address, impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes all that is written", impossible);
        }
    }
}
