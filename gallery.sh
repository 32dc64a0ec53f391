#!/usr/bin/env bash
# ./gallery.sh   takes a picture of every page and mail, and lays them out in e2e-tests/target/gallery/index.html
# ./gallery.sh docs   the same, and renews the two portals and the console in the documentation (needs ImageMagick)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

gallery=e2e-tests/target/gallery
tests=PagesIT,OtherPagesIT,ThemePagesIT
[ "${1:-}" = docs ] && tests+=,AdminStoryIT
rm -rf "$gallery"
mvn -q -B -Dquick -Pserver,e2e verify -Dprosante.gallery=true -Dtest='LoginThemeTest,OwnPagesTest,EmailThemeTest' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test="$tests" -Dfailsafe.failIfNoSpecifiedTests=false

{
    echo '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Gallery</title>'
    echo '<style>body{font:1rem system-ui;margin:2rem}figure{display:inline-block;margin:.5rem;vertical-align:top}img{max-width:22rem;border:1px solid #999}</style>'
    for picture in "$gallery"/*.png; do
        name=$(basename "$picture")
        echo "<figure><a href=\"$name\"><img loading=\"lazy\" src=\"$name\" alt=\"\"></a><figcaption>${name%.png}</figcaption></figure>"
    done
} > "$gallery/index.html"
echo "$(find "$gallery" -name '*.png' | wc -l) pictures: $gallery/index.html"

if [ "${1:-}" = docs ]; then
    for pair in home-psc-fr-1280-light:portal-first portal-second-fr-1280-light:portal-second \
        console-flow:console-flow console-card:console-card console-psc:console-psc; do
        convert "$gallery/${pair%:*}.png" -resize 960x +dither -colors 64 -strip \
            "PNG8:src/site/resources/images/${pair#*:}.png"
    done
fi
