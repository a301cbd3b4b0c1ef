# shellcheck shell=bash disable=SC2154  # dotnet_version comes from tools.sh
# Publishes a project, but only when a source changed since the last time. Needs terminal.sh and tools.sh.

# sources_stamp ROOT FOLDER: what the result depends on, by content: names, sources, build settings, SDK.
sources_stamp() {
  (
    cd "$1" || exit
    printf '%s\n' "$dotnet_version"
    find src "$2" eng/*.txt .editorconfig Directory.*.props global.json \( -name bin -o -name obj -o -name node_modules \) -prune \
      -o -type f ! -name '*.sh' -print0 | sort -zu | xargs -0 sha256sum --
  ) | sha256sum | cut -c 1-64
}

# publish_if_changed ROOT FOLDER NAME: the result stands in artifacts/NAME, complete or not at all.
publish_if_changed() {
  local root=$1 folder=$2 name=$3 stamp out lock
  out=$root/artifacts/$name
  if ! mkdir -p "$root/artifacts" 2>/dev/null || [[ ! -w $root/artifacts || (-d $out && ! -w $out) ]]; then
    refuse "无法写入 $root/artifacts（属于其他用户），请使用自己的克隆" \
      "Cannot write to $root/artifacts (it belongs to somebody else); use a clone of your own"
  fi
  exec {lock}>>"$root/artifacts/$name.lock"
  flock "$lock"
  stamp=$(sources_stamp "$root" "$folder")
  if [[ ! -f $out/.stamp || $(<"$out/.stamp") != "$stamp" ]]; then
    rm -rf "$out.new" "$out.old"
    step '正在编译' 'Building' "$root/artifacts/$name.log" \
      dotnet publish "$root/$folder" -c Release -o "$out.new" --nologo -v quiet ||
      refuse "编译失败，详见 $root/artifacts/$name.log" "The build failed; see $root/artifacts/$name.log"
    printf '%s\n' "$stamp" >"$out.new/.stamp"
    # A process that still runs the former result keeps its files: they are moved away, not written over.
    [[ ! -e $out ]] || mv "$out" "$out.old"
    mv "$out.new" "$out"
    rm -rf "$out.old"
  fi
  exec {lock}>&-
}
