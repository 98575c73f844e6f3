<?php
// What the tests ask of the WordPress beside it, as its own code would do it: `php site.php install|theme|post`, with
// its words as JSON on the standard input and the answer as JSON on the standard output.

[, $task] = $argv;
$words = json_decode(stream_get_contents(STDIN), true);
if ($task === 'install') define('WP_INSTALLING', true);
require getenv('WORDPRESS_FOLDER') . '/wp-load.php';

function install($words) {
  require_once ABSPATH . 'wp-admin/includes/upgrade.php';
  wp_install('The Paper', 'editor', 'editor@paper.example', true, '', $words['password']);
  $author = wp_insert_user(['user_login' => 'author', 'user_pass' => $words['password'], 'role' => 'author']);
  return ['author' => $author];
}

function theme($words) {
  switch_theme($words['name']);
  return ['name' => get_stylesheet()];
}

// A post as a person of this role writes it: WordPress takes away what the person may not publish.
function post($words) {
  wp_set_current_user(get_user_by('login', $words['by'])->ID);
  $id = wp_insert_post(['post_title' => $words['title'], 'post_content' => wp_slash($words['content']), 'post_status' => 'publish']);
  return ['id' => $id, 'content' => get_post($id)->post_content];
}

echo json_encode($task($words));
