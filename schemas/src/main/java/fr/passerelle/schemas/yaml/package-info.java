/**
 * YAML as an author's text: a tree whose every leaf knows its line and its path, so that all that is wrong is said at once. Plain data
 * only: no anchor, no alias, no tag, no second document, no key twice, no deep nesting.
 */
@NullMarked
package fr.passerelle.schemas.yaml;

import org.jspecify.annotations.NullMarked;
