package org.marsad.consumer.operations.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageScriptTest {
  @Test
  void shouldPutEachModuleOnceAfterWhatItImports() {
    // When
    var script =
        PageScript.of(
            "app",
            Map.of(
                "app", "import {one} from './a.js';\nimport {\n  two,\n} from './b.js';\none(two);",
                "a", "import {two} from './b.js';\nexport function one() {}",
                "b", "export const two = 2;\nexport class Three {}",
                "other", "export const unused = 1;"));
    // Then
    assertThat(script)
        .isEqualTo(
            """
            const module_b = (() => {
            const two = 2;
            class Three {}
            return {two, Three};
            })();
            const module_a = (() => {
            const {two} = module_b;
            function one() {}
            return {one};
            })();
            const module_app = (() => {
            const {one} = module_a;
            const {
              two,
            } = module_b;
            one(two);
            return {};
            })();\
            """);
  }

  @Test
  void shouldHaveWhatIsImportedAtRunTime() {
    // When
    var script =
        PageScript.of(
            "app",
            Map.of("app", "import('./a.js').then(show);", "a", "export async function draw() {}"));
    // Then
    assertThat(script).contains("return {draw};", "Promise.resolve(module_a).then(show);");
  }

  @Test
  void shouldRefuseWhatItDoesNotKnow() {
    var refused =
        Map.of(
            "import * as all from './app.js';", "import * as all",
            "export default 1;", "export default",
            "import {x} from './none.js';", "none",
            "import {x} from './app.js';", "app after [app]");
    refused.forEach(
        (source, said) ->
            assertThatIllegalStateException()
                .isThrownBy(() -> PageScript.of("app", Map.of("app", source)))
                .withMessageContaining(said));
  }
}
