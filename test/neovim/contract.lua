-- A session with the text of a contract.
local editor = dofile(vim.env.DEAL_EDITOR)
local folder, open, texts, eventually = editor.folder, editor.open, editor.texts, editor.eventually

local function run(seen)
  local amazon = open('amazon.deal')
  eventually('a diagnostic of the deal', function() return #vim.diagnostic.get(amazon) > 0 end)
  seen.deal = editor.diagnostics(amazon)

  local contract = open('texts/azure.md')
  eventually('a diagnostic of the contract', function() return #vim.diagnostic.get(contract) > 0 end)
  seen.contract = editor.diagnostics(contract)
  local reported = vim.diagnostic.get(contract)[1]
  seen.related = reported.user_data.lsp.relatedInformation

  -- The first action on a selected passage.
  vim.ui.select = function(items, options, choose)
    seen.actions = vim.tbl_map(options.format_item or tostring, items)
    choose(items[1], 1)
  end
  local line = vim.fn.search('Either party')
  local first, last = { line, 0 }, { line, #vim.fn.getline(line) }
  if vim.lsp.buf.range_code_action then
    vim.lsp.buf.range_code_action({}, first, last)
  else
    vim.lsp.buf.code_action({ range = { start = first, ['end'] = last } })
  end
  local deal = vim.fn.bufadd(folder .. '/azure.deal')
  eventually('a clause', function()
    return vim.api.nvim_buf_is_loaded(deal) and texts(deal):find('Either party', 1, true) ~= nil
  end)
  seen.written = texts(deal)
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/azure.deal'))
  vim.cmd('undo')
  seen.undone = texts(deal)
end

editor.session(run)
