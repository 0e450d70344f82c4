package org.marsad.consumer.operations.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.marsad.consumer.operations.http.HostNames;
import org.marsad.consumer.operations.page.PageFiles.PageFile;

/**
 * Serves the page at the root of a server. All of it comes from the class path, because an
 * operations centre may be offline; the list of files is fixed, so that no path of a request
 * reaches the class path or the disk. It shows nothing by itself: what it shows it asks the API
 * for.
 */
public final class Page implements Consumer<JavalinConfig> {
  /** Where the page itself is; links that sign in have their secret behind a {@code #}. */
  private static final List<String> PATHS = List.of("/", "/sign-in");

  /** What a browser may load: files of ours, and nothing that stands within them. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final Map<String, PageFile> files = PageFiles.read();
  private final HostNames names;

  /**
   * @param names under which a browser may ask for it
   */
  public Page(HostNames names) {
    this.names = names;
  }

  @Override
  public void accept(JavalinConfig config) {
    files.forEach((name, file) -> config.routes.get("/" + name, ctx -> serve(ctx, file)));
    var index = Objects.requireNonNull(files.get(PageFiles.INDEX), PageFiles.INDEX);
    PATHS.forEach(path -> config.routes.get(path, ctx -> serve(ctx, index)));
  }

  /** Sends a file, or nothing where the browser has it already. */
  private void serve(Context ctx, PageFile file) {
    ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-cache");
    if (!names.include(ctx.header("Host"))) {
      ctx.status(403).result(HostNames.UNKNOWN);
      return;
    }
    ctx.header("ETag", file.etag());
    if (file.etag().equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
      return;
    }
    ctx.contentType(file.type()).result(file.bytes());
  }
}
